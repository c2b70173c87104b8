namespace CustomerInsight.Models.Tests;

public sealed class NbdEstimatorTests : PurchaseEstimatorTests<NbdModel>
{
    [Fact]
    public void Objective_AnyThreads_GivesTheSameBits()
    {
        PatternCounts many = PatternCounts.From([.. Enumerable.Range(0, 40_001).Select(i => Patterns[i % 400] with { TenureDays = Patterns[i % 400].TenureDays + (i / 400 * .37) })]);
        double[] one = new double[2];
        double[] three = new double[2];

        Assert.Equal(Evaluate(1, one), Evaluate(3, three));
        Assert.Equal(one, three);

        double Evaluate(int threads, double[] gradient) =>
            new NbdObjective(new PatternRows(many), 300, FixedChunks.Parallel(threads, CancellationToken.None)).Evaluate([-1, 0.5], gradient);
    }

    protected override IEstimator<IReadOnlyList<RepeatPattern>, NbdModel> Make(
        TimeUnit unit = TimeUnit.Day, int minimumCustomers = 50, int minimumRepeatCustomers = 20, int maximumIterations = 500, int threads = 0) => new NbdEstimator(new NbdOptions
        {
            Unit = unit,
            MinimumCustomers = minimumCustomers,
            MinimumRepeatCustomers = minimumRepeatCustomers,
            MaximumIterations = maximumIterations,
            MaxDegreeOfParallelism = threads,
        });

    protected override NbdModel InDays(NbdModel model) => model.In(TimeUnit.Day);
}
