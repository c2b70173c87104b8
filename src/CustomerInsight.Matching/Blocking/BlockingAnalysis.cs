using System.Globalization;
using System.Text;

namespace CustomerInsight.Matching;

/// <summary>What blocking rules would find, told before anything is compared: how many pairs, how many of them new, and where they come from.</summary>
/// <param name="Contents">How many distinct contents the records have.</param>
/// <param name="AllPairs">How many pairs there are in all.</param>
/// <param name="Rules">The rules in their order.</param>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed record BlockingAnalysis(int Contents, long AllPairs, ValueList<RuleAnalysis> Rules)
{
    private const string View = """
        {
          "mark": "bar",
          "encoding": {
            "y": { "field": "rule", "type": "nominal", "sort": null, "axis": { "title": null } },
            "x": { "field": "pairs", "type": "quantitative", "stack": "zero" },
            "color": { "field": "kind", "type": "nominal", "legend": { "title": null } }
          }
        }
        """;

    private const int Sample = 5_000;
    private const int LargestShown = 10;

    /// <summary>Gets how many different pairs all rules together find, to the exactness of <see cref="RuleAnalysis.NewPairs"/>.</summary>
    public long DistinctPairs => Rules.Sum(static rule => rule.NewPairs);

    /// <summary>Looks at rules.</summary>
    /// <param name="table">The records.</param>
    /// <param name="rules">The rules in their order.</param>
    /// <param name="options">The limit of a block, the link mode and the seed; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the analysis.</param>
    /// <returns>The analysis. Its cost grows with the records and rules, not with the pairs.</returns>
    /// <exception cref="ArgumentException">A rule reads an attribute that the records lack, or an option is out of range.</exception>
    public static BlockingAnalysis Of(StandardizedTable table, IEnumerable<IBlockingRule> rules, MatchingOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(rules);
        options = MatchingOptionsValidator.Copy(options ?? new MatchingOptions());
        var nodes = MatchNodes.Of(table, options.LinkMode);
        var columns = new BlockingColumns(table, nodes);
        var parallel = new ParallelOptions { CancellationToken = cancellationToken };
        var survey = new RuleSurvey(columns, options, Sample, parallel);
        var seen = new HashSet<ulong>();
        var analyses = new List<RuleAnalysis>();
        foreach (IBlockingRule rule in rules)
        {
            var index = BlockIndex.Build(rule, columns, options.LargestBlock, parallel);
            long met = survey.Look([rule], double.PositiveInfinity)[0].Pairs!.Count(seen.Add);

            // Each pair has two ends that may be sampled; among all records each is met twice.
            long newPairs = (long)Math.Round((double)met * nodes.Count / Math.Max(1, survey.Anchors.Length) / 2);
            analyses.Add(Analyse(index, nodes, Math.Min(newPairs, index.Counts.Pairs)));
        }

        return new BlockingAnalysis(nodes.Count, nodes.Pairs, ValueList.From(analyses));
    }

    /// <summary>Writes the analysis for a person.</summary>
    /// <returns>A line for each rule; no personal data.</returns>
    public string Describe()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Contents:#,0} distinct contents make {AllPairs:#,0} pairs; the rules find {DistinctPairs:#,0} of them");
        foreach (RuleAnalysis rule in Rules)
        {
            text.Append(CultureInfo.InvariantCulture, $"{rule.Rule}: {rule.Pairs:#,0} pairs, {rule.NewPairs:#,0} new, in {rule.Blocks:#,0} blocks");
            if (rule.LargestBlocks.Count > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $" of up to {rule.LargestBlocks[0]:#,0} contents; the largest hundredth of the blocks holds {rule.TopShare:P0} of the pairs");
            }

            if (rule.HubBlocks > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"; {rule.HubBlocks:#,0} blocks over the limit would add {rule.HubPairs:#,0} pairs");
            }

            text.AppendLine();
        }

        return text.ToString().TrimEnd();
    }

    /// <summary>Writes a chart of the pairs of each rule, new ones and those that earlier rules find too.</summary>
    /// <returns>A Vega-Lite v5 specification in JSON with its data inside.</returns>
    public string ToVegaLite() => VegaLite.Spec(
        "Pairs by blocking rule",
        Rules.SelectMany(static rule => new (string, object?)[][]
        {
            [("rule", rule.Rule), ("kind", "new"), ("pairs", rule.NewPairs)],
            [("rule", rule.Rule), ("kind", "found before"), ("pairs", rule.Pairs - rule.NewPairs)],
        }),
        View);

    private static RuleAnalysis Analyse(BlockIndex index, MatchNodes nodes, long newPairs)
    {
        long[] pairs = [.. Enumerable.Range(0, index.BlockCount).Select(block => nodes.PairsAmong(index.Members(block))).Order()];
        IEnumerable<int> sizes = Enumerable.Range(0, index.BlockCount).Select(block => index.Members(block).Length).Concat(index.Oversize.Select(static block => block.Members.Length));
        double total = pairs.Sum();

        // The Gini coefficient from the sorted values.
        double gini = total == 0 ? 0 : pairs.Select((own, i) => ((2.0 * (i + 1)) - pairs.Length - 1) * own).Sum() / (pairs.Length * total);
        return new RuleAnalysis(
            index.Counts.Rule,
            index.Counts.Pairs,
            newPairs,
            index.BlockCount,
            ValueList.From(sizes.OrderDescending().Take(LargestShown)),
            index.Oversize.Count,
            index.Oversize.Sum(block => nodes.PairsAmong(block.Members)),
            total == 0 ? 0 : pairs.TakeLast((pairs.Length + 99) / 100).Sum() / total,
            gini);
    }
}
