namespace CustomerInsight;

/// <summary>Names one row of one source for ever.</summary>
/// <param name="Source">The source system's name.</param>
/// <param name="Id">The row's key inside that source.</param>
/// <remarks>Keys have a canonical order (ordinal: source, then id), which decides every tie between records.</remarks>
public readonly record struct RecordKey(string Source, string Id) : IComparable<RecordKey>
{
    /// <inheritdoc/>
    public int CompareTo(RecordKey other)
    {
        int bySource = string.CompareOrdinal(Source, other.Source);
        return bySource != 0 ? bySource : string.CompareOrdinal(Id, other.Id);
    }

    /// <summary>Compares in the canonical order.</summary>
    /// <param name="left">One key.</param>
    /// <param name="right">The other.</param>
    /// <returns>True where the first comes before the second.</returns>
    public static bool operator <(RecordKey left, RecordKey right) => left.CompareTo(right) < 0;

    /// <summary>Compares in the canonical order.</summary>
    /// <param name="left">One key.</param>
    /// <param name="right">The other.</param>
    /// <returns>True where the first comes after the second.</returns>
    public static bool operator >(RecordKey left, RecordKey right) => left.CompareTo(right) > 0;

    /// <summary>Compares in the canonical order.</summary>
    /// <param name="left">One key.</param>
    /// <param name="right">The other.</param>
    /// <returns>True where the first does not come after the second.</returns>
    public static bool operator <=(RecordKey left, RecordKey right) => left.CompareTo(right) <= 0;

    /// <summary>Compares in the canonical order.</summary>
    /// <param name="left">One key.</param>
    /// <param name="right">The other.</param>
    /// <returns>True where the first does not come before the second.</returns>
    public static bool operator >=(RecordKey left, RecordKey right) => left.CompareTo(right) >= 0;

    /// <summary>Writes the key as <c>source:id</c>.</summary>
    /// <returns>The text; for files and logs of hosts whose keys are no personal data.</returns>
    public override string ToString() => $"{Source}:{Id}";
}
