import Assessment
import Foundation
import Spreadsheet

/// Reads what a template says of the assessment itself.
enum StandardLoader {
    static func load(_ root: YAMLNode, fields: [Template.Field]) throws -> Standard {
        var standard = Standard()
        standard.requiredFacts = fields.filter(\.isRequired).map(\.label)
        standard.textLimits = fields.compactMap { field in field.limit.map { (field.label, $0) } }
        try readMoney(root["money"], into: &standard)
        try readIndicators(root["indicators"], into: &standard)
        try readScoring(root["scoring"], into: &standard)
        standard.grades =
            try root["grades"]?.list().map { node in
                try node.allow(["name", "from"])
                return Grade(name: try node.required("name").text(), from: try node.required("from").decimal())
            }.sorted { $0.from > $1.from } ?? []
        for (id, node) in try root["rules"]?.pairs() ?? [] {
            try node.allow(["on", "level", "threshold"])
            standard.rules[id] = Standard.RuleSetting(
                isOn: try node["on"]?.boolean() ?? true, level: try node["level"]?.choice(Finding.Level.self),
                threshold: try node["threshold"]?.decimal())
        }
        for (id, node) in try root["citations"]?.pairs() ?? [] { standard.citations[id] = try node.text() }
        return standard
    }

    private static func readMoney(_ node: YAMLNode?, into standard: inout Standard) throws {
        guard let node else { return }
        try node.allow(["rows", "blocks", "places"])
        standard.moneyPlaces = try node["places"]?.integer() ?? standard.moneyPlaces
        let names = try node["rows"]?.list().map { try $0.required("name").text() } ?? []
        standard.budgetBlocks =
            try node["blocks"]?.list().map { block in
                try block.allow(["title", "total", "parts"])
                for row in [try block.required("total").text()] + (try block.texts("parts"))
                where !names.contains(row) {
                    try block.fail("“\(row)”不在 money 的 rows 里。")
                }
                return Standard.BudgetBlock(
                    title: try block.required("title").text(), total: try block.required("total").text(),
                    parts: try block.texts("parts"))
            } ?? []
    }

    private static func readIndicators(_ node: YAMLNode?, into standard: inout Standard) throws {
        guard let node else { return }
        try node.allow(["total", "required-columns", "levels"])
        standard.total = try node["total"]?.decimal() ?? standard.total
        if let columns = node["required-columns"] {
            standard.requiredColumns = try columns.list().map { try $0.choice(IndicatorColumn.self) }
        }
        standard.fixedWeights =
            try node["levels"]?.list().compactMap { level in
                guard let weight = try level["weight"]?.decimal() else { return nil }
                return (try level.required("name").text(), weight)
            } ?? []
        standard.fixedLevels =
            try node["levels"]?.list().map { level in
                (try level.required("name").text(), try level.texts("children"))
            } ?? []
    }

    private static func readScoring(_ node: YAMLNode?, into standard: inout Standard) throws {
        guard let node else { return }
        try node.allow([
            "score-places", "rate-places", "quantitative", "qualitative", "execution-rate", "methods", "bands",
            "without-target", "not-applicable", "caps",
        ])
        standard.scorePlaces = try node["score-places"]?.integer() ?? standard.scorePlaces
        standard.ratePlaces = try node["rate-places"]?.integer() ?? standard.ratePlaces
        standard.quantitativeMethod = try node["quantitative"]?.choice(ScoringMethod.self) ?? .proportion
        standard.qualitativeMethod = try node["qualitative"]?.choice(ScoringMethod.self) ?? .bands
        if let rate = node["execution-rate"] {
            try rate.allow(["place", "weight"])
            standard.executionRatePlace = try rate.required("place").choice(Standard.ExecutionRatePlace.self)
            standard.executionRateWeight = try rate["weight"]?.decimal()
        }
        standard.methodWithoutTarget = try node["without-target"]?.choice(ScoringMethod.self)
        standard.notApplicable = try node["not-applicable"]?.choice(Standard.NotApplicable.self) ?? .leaveOut
        standard.caps = try caps(node["caps"])
        try readMethods(node["methods"], into: &standard)
        standard.bands =
            try node["bands"]?.list().map { band in
                try band.allow(["names", "from", "to"])
                let from = try band.required("from").decimal()
                let to = try band.required("to").decimal()
                if from > to { try band.fail("from 应不大于 to。") }
                return Standard.Band(names: try band.texts("names"), from: from, to: to)
            } ?? []
    }
}
