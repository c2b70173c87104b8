namespace CustomerInsight.Models;

/// <summary>A hash of a row's numbers.</summary>
internal static class RowHash
{
    public static ulong Of(ReadOnlySpan<double> values, ulong hash = 0)
    {
        foreach (double value in values)
        {
            // Nought and minus nought are one number, and so are all that are not a number.
            hash = StableHash.Combine(hash, double.IsNaN(value) ? ulong.MaxValue : BitConverter.DoubleToUInt64Bits(value + 0.0));
        }

        return hash;
    }
}
