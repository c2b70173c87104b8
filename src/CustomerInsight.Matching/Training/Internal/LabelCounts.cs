namespace CustomerInsight.Matching;

/// <summary>The patterns of labelled pairs: of matches, and of pairs that are none.</summary>
internal sealed record LabelCounts(PatternCounts? Matches, PatternCounts? Others)
{
    /// <summary>Compares the labelled pairs.</summary>
    /// <exception cref="ArgumentException">A label names a record that is not there, or the label attribute is missing or is compared by.</exception>
    public static LabelCounts Of(TrainingSettings settings, StandardizedTable table, MatchNodes nodes, MatchDesign design, PairPatterns patterns, MatchingOptions options, ParallelOptions parallel)
    {
        var sets = new List<PatternCounts>();
        if (settings.LabelAttribute is { } attribute)
        {
            if (table.Schema.IndexOf(attribute) < 0 || design.Comparisons.Any(comparison => comparison.Attributes.Contains(attribute, StringComparer.Ordinal)))
            {
                throw new ArgumentException($"{nameof(TrainingSettings)}.{nameof(TrainingSettings.LabelAttribute)} names '{attribute}', which must be an attribute of the records that no comparison reads. Map the column, and take it out of the design.");
            }

            sets.Add(patterns.OfBlocks(BlockIndex.Build(BlockingRule.On(attribute), table, nodes, TrainingRun.LargestBlock, parallel), options.TrainingPairs, parallel));
        }

        ILookup<bool, (int, int)> pairs = Pairs(settings.Labels, table, nodes).ToLookup(static pair => pair.IsMatch, static pair => (pair.Left, pair.Right));
        if (pairs[true].Any())
        {
            sets.Add(patterns.OfPairs([.. pairs[true]]));
        }

        return new LabelCounts(sets.Count > 0 ? patterns.Together(sets) : null, settings.LabelsTeachU && pairs[false].Any() ? patterns.OfPairs([.. pairs[false]]) : null);
    }

    private static IEnumerable<(int Left, int Right, bool IsMatch)> Pairs(ValueList<LabelledPair> labels, StandardizedTable table, MatchNodes nodes)
    {
        if (labels.Count == 0)
        {
            yield break;
        }

        var nodeOf = new Dictionary<RecordKey, int>();
        for (int node = 0; node < nodes.Count; node++)
        {
            foreach (int record in nodes.Records(node))
            {
                nodeOf.Add(table.Records[record].Key, node);
            }
        }

        for (int i = 0; i < labels.Count; i++)
        {
            if (!nodeOf.TryGetValue(labels[i].Left, out int left) || !nodeOf.TryGetValue(labels[i].Right, out int right))
            {
                throw new ArgumentException(FormattableString.Invariant($"{nameof(TrainingSettings)}.{nameof(TrainingSettings.Labels)}[{i}] names a record that is not among those to train on. Take it out, or add the record."));
            }

            yield return (left, right, labels[i].IsMatch);
        }
    }
}
