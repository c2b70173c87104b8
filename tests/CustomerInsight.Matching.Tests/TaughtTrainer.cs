namespace CustomerInsight.Matching.Tests;

/// <summary>Gives a model learned once from a crowd, so that tests of what comes after training need none of their own.</summary>
internal sealed class TaughtTrainer : IMatchTrainer
{
    public static readonly TaughtTrainer Instance = new();

    private static readonly Lazy<MatchTraining> Taught = new(static () =>
    {
        StandardizedTable table = StandardizedTable.Of(MatchTrainerTests.Doubles(300));
        return new MatchTrainer().Train(table, PeopleDesign.For(table.Schema), new MatchingOptions(), new ParallelOptions());
    });

    public MatchTraining Train(StandardizedTable table, MatchDesign design, MatchingOptions options, ParallelOptions parallel) => Taught.Value;
}
