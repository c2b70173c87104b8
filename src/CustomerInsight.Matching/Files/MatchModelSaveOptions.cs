namespace CustomerInsight.Matching;

/// <summary>What of the records' own values a model file holds. They are personal data: a list of names, e-mail addresses and identifiers that records share.</summary>
public sealed class MatchModelSaveOptions
{
    /// <summary>Gets a value indicating whether values stand in the file: how common each is, and the identifiers that never link.</summary>
    /// <value>True: the loaded model weighs every pair as this one does. False: it holds no personal data, adjusts no weight for term frequency and says so.</value>
    public bool IncludeValues { get; init; } = true;

    /// <summary>Gets how many records must share a value for it to stand in the file. Values that few share say most about single persons and fill most of the file.</summary>
    /// <value>2, which loses nothing. At least 2: with more, the values left out count as seen once.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is set below 2.</exception>
    public int LeastCount
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 2);
            field = value;
        }
    } = 2;
}
