namespace CustomerInsight.Matching;

/// <summary>What of the records' own values a model file holds. They are personal data: a list of names, e-mail addresses and identifiers that records share.</summary>
public sealed class MatchModelSaveOptions
{
    /// <summary>Gets a value indicating whether values stand in the file: how common each is, how common the words are that blocking rules look for, and the identifiers that never link.</summary>
    /// <value>True: the loaded model weighs every pair as this one does. False: it adjusts no weight for term frequency, takes all words for equally rare, and says so.</value>
    /// <remarks>
    /// Without values the file may still hold keys of blocks that were too large (<see cref="OversizeBlock.Key"/>): hashes without a salt of values that many
    /// records share. Who guesses a value can tell by its hash whether it is one of these, so the file is not free of all that was in the records.
    /// </remarks>
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
