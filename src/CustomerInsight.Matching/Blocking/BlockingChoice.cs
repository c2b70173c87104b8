namespace CustomerInsight.Matching;

/// <summary>Which pairs a trained model compares: decided from the set of records it was trained on, and the same for any records later.</summary>
/// <param name="Rules">The rules in order; a pair is tagged with the first that finds it.</param>
/// <param name="Recall">How many of the matches that the model recognises they find, estimated; null where too few matches are known to say.</param>
public sealed record BlockingChoice(ValueList<ChosenRule> Rules, BlockingRecall? Recall)
{
    /// <summary>Gets how many records had each word of the attributes whose rarest words the rules look at (<see cref="PartSplit.RarestWords"/>), as counted when they were chosen.</summary>
    /// <value>None. Of an attribute that is not here all words count as equally rare, so that the first in ordinal order are taken.</value>
    public ValueList<WordCounts> WordCounts { get; init; }

    /// <summary>The parts that take the rarest words of an attribute, by the rules or by what refines their blocks.</summary>
    internal IEnumerable<BlockingPart> RarestWords => Rules
        .SelectMany(static chosen => ((chosen.Rule as BlockingRule)?.Parts ?? default).Concat(chosen.Oversize.Select(static block => block.RefinedBy).OfType<BlockingPart>()))
        .Where(static part => part.Split == PartSplit.RarestWords)
        .Distinct();

    /// <summary>The counts of the words of a part of an attribute, or null where there are none.</summary>
    internal WordCounts? CountsOf(BlockingPart part)
    {
        foreach (WordCounts counts in WordCounts)
        {
            if (counts.Attribute == part.Attribute && counts.Part.Name == part.Part.Name)
            {
                return counts;
            }
        }

        return null;
    }
}
