namespace CustomerInsight.Matching;

/// <summary>The pairs that a model compares.</summary>
internal sealed class BlockingFile
{
    public RuleFile[]? Rules { get; init; }

    /// <summary>The estimated recall: share, lower end, upper end.</summary>
    public double[]? Recall { get; init; }

    /// <summary>How many matches the estimate rests on.</summary>
    public int? RecallMatches { get; init; }

    /// <summary>How rare words were; nothing where values are left out.</summary>
    public WordCountsFile[]? WordCounts { get; init; }

    public static BlockingFile From(BlockingChoice choice, MatchModelSaveOptions options) => new()
    {
        Rules = [.. choice.Rules.Select(RuleFile.From)],
        Recall = choice.Recall is { } recall ? [recall.Share, recall.Low, recall.High] : null,
        RecallMatches = choice.Recall?.Matches,
        WordCounts = options.IncludeValues && choice.WordCounts.Count > 0 ? [.. choice.WordCounts.Select(counts => WordCountsFile.From(counts, options.LeastCount))] : null,
    };

    public BlockingChoice ToChoice(IdentifierPolicies policies, MatchModelLoadOptions options, string path) =>
        new(ValueList.From(FileCheck.Each(Rules, $"{path}.rules", (file, at) => file.ToRule(policies, options, at))), ToRecall(path))
        {
            WordCounts = ValueList.From(FileCheck.Each(WordCounts ?? [], $"{path}.wordCounts", (file, at) => file.ToCounts(options, at))),
        };

    private BlockingRecall? ToRecall(string path) => Recall switch
    {
        null => null,
        [>= 0 and <= 1, >= 0 and <= 1, >= 0 and <= 1] => new BlockingRecall(Recall[0], Recall[1], Recall[2], FileCheck.Present(RecallMatches, $"{path}.recallMatches")),
        _ => throw FileCheck.Impossible($"{path}.recall", "three numbers from 0 to 1 are needed: the share and its interval"),
    };
}
