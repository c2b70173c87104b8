namespace CustomerInsight.Models;

/// <summary>Where the bins of a column stand in the codes of rows.</summary>
/// <param name="Bins">The column's bins.</param>
/// <param name="Lane">Which lane holds the column, alone or with others.</param>
/// <param name="Alone">Whether the lane holds no other column, so that a code is the column's bin.</param>
/// <param name="BinOf">The column's bin for each code of the lane.</param>
/// <param name="Stride">What one bin more adds to the lane's code.</param>
internal sealed record LaneColumn(ColumnBins Bins, int Lane, bool Alone, byte[] BinOf, int Stride);
