/// How a report looks: on a screen, light or dark, down to 400 pixels wide; and on A4.
enum HTMLStyleSheet {
    /// Levels and verdicts are told by words and by the bar's form, not by colour alone: the page may be printed in black.
    static let text = """
        :root { color-scheme: light dark; --ink: #222; --paper: #fff; --line: #bbb; --shade: #f2f2f2; --red: #b3261e; --redder: #fdeeee; --green: #2a7d2a; --greener: #eef8ee; --amber: #8a5200; --amberer: #fdf4e3; --blue: #2b5ea7; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e4e4e4; --paper: #1c1d1f; --line: #555; --shade: #2a2b2e; --red: #ff9a92; --redder: #43211f; --green: #8fd68f; --greener: #1f3320; --amber: #f0be70; --amberer: #3b2e16; --blue: #9cc2ff; } }
        @page { size: A4; margin: 12mm; }
        * { box-sizing: border-box; }
        body { font: 14px/1.6 "Noto Sans CJK SC", "Microsoft YaHei", "SimSun", sans-serif; color: var(--ink); background: var(--paper); max-width: 64em; margin: 1em auto; padding: 0 1em; overflow-wrap: anywhere; }
        a { color: var(--blue); }
        h1 { font-size: 1.5em; } h2 { font-size: 1.25em; } h3 { font-size: 1.1em; }
        h2, h3 { border-bottom: 1px solid var(--line); padding-bottom: .2em; break-after: avoid; }
        table { border-collapse: collapse; width: 100%; margin: .4em 0; }
        th, td { border: 1px solid var(--line); padding: .25em .5em; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
        th { background: var(--shade); white-space: nowrap; }
        .n { text-align: right; white-space: nowrap; } .w { white-space: nowrap; }
        tr { break-inside: avoid; } thead { display: table-header-group; }
        .verdict { font-weight: bold; padding: .5em .8em; border: 2px solid; }
        .good { color: var(--green); background: var(--greener); border-color: var(--green); }
        .bad { color: var(--red); background: var(--redder); border-color: var(--red); }
        .open { color: var(--amber); background: var(--amberer); border-color: var(--amber); }
        summary { cursor: pointer; padding: .3em 0; } details.form { border-top: 1px solid var(--line); }
        summary span { padding: 0 .5em; border: 1px solid; white-space: nowrap; }
        .facts { display: grid; grid-template-columns: max-content 1fr; gap: .1em 1em; } .facts dt { font-weight: bold; } .facts dd { margin: 0; }
        .group { border-left: 4px solid #888; padding-left: .8em; margin: 1em 0; } .rule { margin: .2em 0; break-after: avoid; }
        .group.must { border-left: 6px solid var(--red); } .group.explain { border-left: 6px double var(--amber); } .group.note { border-left: 4px dotted var(--blue); }
        .group table { table-layout: fixed; } .group th { width: 38%; }
        .group th:nth-child(1) { width: 2.4em; } .group th:nth-child(2) { width: 26%; } .group th:nth-child(3), .group th:nth-child(4) { width: 16%; }
        @media screen and (max-width: 700px) {
          thead { display: none; } table, tbody, tr, td { display: block; } tr { border: 1px solid var(--line); margin: .4em 0; }
          td, td.n { border: 0; padding: .1em .5em; text-align: left; white-space: normal; }
          td[data-label]::before { content: attr(data-label) "："; font-weight: bold; }
          .facts { grid-template-columns: 1fr; } .facts dd { margin-bottom: .3em; }
        }
        @media print {
          :root { color-scheme: light; --ink: #000; --paper: #fff; --line: #999; --shade: #eee; --red: #8c1d18; --redder: #fff; --green: #1f5f1f; --greener: #fff; --amber: #6b4000; --amberer: #fff; --blue: #000; }
          body { max-width: none; margin: 0; padding: 0 1px; font-size: 9.5pt; line-height: 1.4; } a { text-decoration: none; }
          h1 { font-size: 14pt; margin: .2em 0; } h2, h3 { font-size: 11pt; margin: .5em 0 .2em; } p, ul, dl { margin: .2em 0; }
          th, td { padding: .1em .3em; } .group { margin: .4em 0; }
        }
        """
}
