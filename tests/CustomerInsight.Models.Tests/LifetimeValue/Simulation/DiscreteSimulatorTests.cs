namespace CustomerInsight.Models.Tests;

public sealed class DiscreteSimulatorTests
{
    private const int Customers = 20_000;

    private static readonly BgBbModel Donations = new(1.204, 0.750, 0.657, 2.783, Duration.Years(1));

    public static TheoryData<ContractModel> Contracts { get; } = new(
        ContractModel.ShiftedBetaGeometric(0.704, 1.182, Duration.Years(1)), ContractModel.BetaDiscreteWeibull(0.456, 0.779, 1.28, Duration.Years(1)));

    [Fact]
    public void Opportunities_ManyCustomers_BuyAsOftenAsTheModelSays()
    {
        IReadOnlyList<OpportunityPattern> patterns = new OpportunitySimulator(Donations).Simulate(Customers, 6);

        // Chi-square of 6 degrees is above 26 once in 5,000 seeds.
        Assert.InRange(ChiSquare(Enumerable.Range(0, 7).Select(count => (patterns.Count(pattern => pattern.Repeats == count), Donations.ProbabilityOf(count, 6)))), 0, 26);
        Assert.All(patterns, static pattern => Assert.True(pattern.IsValid));
    }

    [Fact]
    public void Opportunities_OfTheSameCustomersLater_AreWhatTheModelForecasts()
    {
        var simulator = new OpportunitySimulator(Donations, new SimulationOptions { Seed = 4 });
        IReadOnlyList<OpportunityPattern> now = simulator.Simulate(Customers, 6);
        IReadOnlyList<OpportunityPattern> later = simulator.Simulate(Customers, 11);

        foreach (IGrouping<int, int> group in Enumerable.Range(0, Customers).GroupBy(customer => now[customer].LastOpportunity))
        {
            double[] ahead = [.. group.Select(customer => (double)later[customer].Repeats - now[customer].Repeats)];
            double mean = ahead.Average();
            double error = Math.Sqrt(ahead.Average(count => (count - mean) * (count - mean)) / ahead.Length);
            Assert.All(ahead, static count => Assert.InRange(count, 0, 5));
            Assert.Equal(group.Average(customer => Donations.ExpectedPurchases(now[customer], 5)), mean, 5 * error);
        }
    }

    [Theory]
    [MemberData(nameof(Contracts))]
    public void Contracts_Many_RunAsLongAsTheModelSays(ContractModel model)
    {
        IReadOnlyList<ContractLife> lives = new ContractSimulator(model).Simulate(Customers, 8);

        // Chi-square of 8 degrees is above 30 once in 5,000 seeds.
        Assert.InRange(
            ChiSquare(
            [
                .. Enumerable.Range(0, 8).Select(renewals => (lives.Count(life => life.Churned && life.Renewals == renewals), model.Survival(renewals) - model.Survival(renewals + 1))),
                (lives.Count(static life => !life.Churned), model.Survival(8)),
            ]),
            0,
            30);
        Assert.All(lives, static life => Assert.True(life.IsValid && (life.Churned ? life.Renewals < 8 : life.Renewals == 8)));
    }

    [Theory]
    [MemberData(nameof(Contracts))]
    public void Contracts_SeenForLonger_AreTheSame(ContractModel model)
    {
        IReadOnlyList<ContractLife> some = new ContractSimulator(model, new SimulationOptions { MaxDegreeOfParallelism = 1 }).Simulate(5_000, 3);
        IReadOnlyList<ContractLife> more = new ContractSimulator(model).Simulate(9_000, 12);

        Assert.Equal(some, more.Take(5_000).Select(static life => life.Renewals < 3 ? life : new ContractLife(3, false)));
    }

    [Fact]
    public void Opportunities_AnyThreads_AreTheSame() => Assert.Equal(
        new OpportunitySimulator(Donations, new SimulationOptions { MaxDegreeOfParallelism = 1 }).Simulate(9_000, 6),
        new OpportunitySimulator(Donations, new SimulationOptions { MaxDegreeOfParallelism = 3 }).Simulate(9_000, 6));

    [Fact]
    public void Arguments_OutOfRange_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new OpportunitySimulator(Donations).Simulate(-1, 6));
        Assert.Throws<ArgumentOutOfRangeException>(() => new OpportunitySimulator(Donations).Simulate(1, 100_001));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ContractSimulator(ContractModel.ShiftedBetaGeometric(1, 1, Duration.Years(1))).Simulate(1, -1));
        Assert.Throws<ArgumentException>(() => new OpportunitySimulator(Donations, new SimulationOptions { MaxDegreeOfParallelism = -1 }));
    }

    private static double ChiSquare(IEnumerable<(int Seen, double Probability)> cells) =>
        cells.Sum(static cell => (cell.Seen - (Customers * cell.Probability)) * (cell.Seen - (Customers * cell.Probability)) / (Customers * cell.Probability));
}
