namespace CustomerInsight.Models.Tests;

public sealed class PurchaseModelCountsTests
{
    private static readonly RepeatPattern[] Distinct = [new(0, 0, 0), new(0, 0, 40), new(3, 20.5, 40), new(1, 40, 40), new(12, 100, 300), new(0, -0.0, 40)];
    private static readonly RepeatPattern[] Patterns = [.. Enumerable.Range(0, 700).Select(i => Distinct[i * 5 % 6])];

    public static TheoryData<IPurchaseModel> Models { get; } =
    [
        new BgNbdModel(.2426, 4.4136, .7929, 2.4259, TimeUnit.Week),
        new BgNbdModel(.53, 1.26, 1.29, 1.85, TimeUnit.Week, BgNbdVariant.Modified, 3),
        new ParetoNbdModel(.553, 10.578, .606, 11.669, TimeUnit.Week),
        new NbdModel(.385, 12.072, TimeUnit.Week),
    ];

    [Theory]
    [MemberData(nameof(Models))]
    public void Ask_ManyCustomers_AnswersAsForEach(IPurchaseModel model)
    {
        var ahead = Duration.Weeks(13);
        double[] active = model.ProbabilitiesActive(Patterns, ahead);
        double[] twice = model.ProbabilitiesOf(2, Patterns, ahead);

        for (int i = 0; i < Patterns.Length; i++)
        {
            Assert.Equal(model.ProbabilityActive(Patterns[i], ahead), active[i]);
            Assert.Equal(model.ProbabilityOf(Patterns[i], 2, ahead), twice[i]);
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void ProbabilityActive_AnyCustomer_IsThatOfOnePurchaseOrMore(IPurchaseModel model)
    {
        foreach (RepeatPattern pattern in Distinct)
        {
            double sum = Enumerable.Range(1, 200).Sum(purchases => model.ProbabilityOf(pattern, purchases, Duration.Weeks(13)));

            Assert.Equal(sum, model.ProbabilityActive(pattern, Duration.Weeks(13)), 1e-9);
            Assert.InRange(model.ProbabilityActive(pattern, Duration.Weeks(13)), 0, model.ProbabilityAlive(pattern) + 1e-15);
            Assert.Equal(0, model.ProbabilityActive(pattern, Duration.Days(0)), 1e-15);
        }
    }

    [Fact]
    public void Ask_EqualPatterns_AsksTheModelOnce()
    {
        var model = new Counting();

        Assert.Equal(Patterns.Select(static pattern => 1 - (pattern.Repeats / 100.0)), model.ProbabilitiesActive(Patterns, Duration.Days(1)));
        Assert.Equal(Patterns.Distinct().Count(), model.Asked);
    }

    [Fact]
    public void Ask_ImpossibleInput_SaysWhatToDo()
    {
        IPurchaseModel model = new NbdModel(1, 1, TimeUnit.Day);

        Assert.Throws<ArgumentException>(() => model.ProbabilitiesActive([default, new(0, 1, 2)], Duration.Days(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.ProbabilitiesActive([default], Duration.Forever));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.ProbabilitiesOf(-1, [default], Duration.Days(1)));
        Assert.Throws<OperationCanceledException>(() => model.ProbabilitiesOf(1, [default], Duration.Days(1), new CancellationToken(true)));
        Assert.Throws<OperationCanceledException>(() => model.ProbabilitiesActive(Patterns, Duration.Days(1), new CancellationToken(true)));
    }

    /// <summary>A host's own model, which counts how often it is asked.</summary>
    private sealed class Counting : IPurchaseModel
    {
        private int _asked;

        public int Asked => _asked;

        public string Name => "counting";

        public TimeUnit Unit => TimeUnit.Day;

        public ValueList<ModelParameter> Parameters => [];

        public IPurchaseModel WithParameters(ReadOnlySpan<double> values) => this;

        public double LogLikelihood(RepeatPattern pattern) => 0;

        public double ProbabilityAlive(RepeatPattern pattern) => 1;

        public double ExpectedPurchases(Duration ahead) => 1;

        public double ExpectedPurchases(RepeatPattern pattern, Duration ahead) => 1;

        public double DiscountedPurchasesIfAlive(RepeatPattern pattern, Duration ahead, DiscountRate rate) => 1;

        public double ProbabilityOf(int purchases, Duration ahead) => 0;

        public double ProbabilityOf(RepeatPattern pattern, int purchases, Duration ahead)
        {
            Interlocked.Increment(ref _asked);
            return pattern.Repeats / 100.0;
        }
    }
}
