/// A text that was made fit for a cell.
struct CellText {
    /// Bytes in the buffer, without the NUL behind them.
    var count = 0
    /// Width of its widest line in half-widths.
    var width = 0
    /// It has more than one line.
    var breaks = false
    /// It is longer than a cell can be; what is in the buffer is not whole.
    var isTooLong = false
}
