using CustomerInsight.Matching;
using CustomerInsight.Testing;

namespace CustomerInsight.Benchmarks;

/// <summary>A model trained on synthetic records, and a fixed sample of the pairs that a run would weigh with it.</summary>
internal sealed record CandidateSample(StandardizedTable Table, IMatchModel Model, (int Left, int Right)[] Pairs)
{
    public const int Count = 10_000;

    private const int Records = 20_000;

    private static readonly Lazy<CandidateSample> Made = new(static () => MakeAsync().GetAwaiter().GetResult());

    public static CandidateSample Shared => Made.Value;

    /// <summary>Each record as one text.</summary>
    public string[] Texts() => [.. Enumerable.Range(0, Table.Count).Select(record => string.Join(' ', Enumerable.Range(0, Table.Schema.Attributes.Count)
        .Select(attribute => Table.Column(attribute).First(record)).Where(static value => value is not null)))];

    private static async Task<CandidateSample> MakeAsync()
    {
        SyntheticData data = SyntheticCustomers.Generate(new SyntheticOptions { Records = Records });
        InsightRun run = await Engines.Over(data, threads: 0, new MatchingStage()).RunAsync();
        MatchNodes nodes = MatchNodes.Of(run.Records);
        var plan = BlockingPlan.Make(PeopleDesign.For(run.Records.Schema), new BlockingColumns(run.Records, nodes), new MatchingOptions(), run.Matches()!.Model, new ParallelOptions());
        List<(int Left, int Right)> all = plan.Candidates.Visit<object?, (int Left, int Right)>(
            static () => null,
            (_, _, left, rights, found) =>
            {
                foreach (int right in rights)
                {
                    found.Add((nodes.Representative(left), nodes.Representative(right)));
                }
            },
            null,
            new ParallelOptions());
        (int Left, int Right)[] pairs = [.. Enumerable.Range(0, Count).Select(i => all[(int)((long)i * all.Count / Count)])];
        return new CandidateSample(run.Records, run.Matches()!.Model, pairs);
    }
}
