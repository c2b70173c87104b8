namespace CustomerInsight.Testing.Tests;

public class SyntheticPurchasesTests
{
    private static readonly SyntheticData Data = SyntheticCustomers.Generate(new SyntheticOptions { Seed = 77 });
    private static readonly SyntheticOptions Options = Data.Options;
    private static readonly DateTimeOffset End = new(Options.To, TimeOnly.MinValue, TimeSpan.Zero);

    [Fact]
    public void RepeatPurchases_AllPersons_HaveTheMeanOfTheModel()
    {
        // Each person's own expectation for the days since the first purchase; the standard error from the residuals.
        double[] residuals = [.. Data.PurchaseTruth.Select(static truth => truth.RepeatPurchases - ExpectedRepeats(DaysObserved(truth)))];

        Assert.InRange(residuals.Average(), -4 * StandardError(residuals), 4 * StandardError(residuals));
        Assert.True(StandardError(residuals) < 0.05, "The test would not notice anything.");
    }

    [Fact]
    public void RepeatPurchases_None_AreAsFrequentAsInTheModel()
    {
        // P(X = 0 | T) = (alpha / (alpha + T))^r.
        double[] residuals = [.. Data.PurchaseTruth.Select(static truth =>
            (truth.RepeatPurchases == 0 ? 1 : 0) - Math.Pow(Options.PurchaseAlphaDays / (Options.PurchaseAlphaDays + DaysObserved(truth)), Options.PurchaseR))];

        Assert.InRange(residuals.Average(), -4 * StandardError(residuals), 4 * StandardError(residuals));
    }

    [Fact]
    public void LatentTruth_AllPersons_HasTheMeansOfItsDistributions()
    {
        AssertMean(Data.PurchaseTruth.Select(static truth => truth.PurchasesPerDay), Options.PurchaseR / Options.PurchaseAlphaDays);
        AssertMean(Data.PurchaseTruth.Select(static truth => truth.DropOutProbability), Options.DropOutA / (Options.DropOutA + Options.DropOutB));
        AssertMean(Data.PurchaseTruth.Select(static truth => truth.MeanSpend), Options.SpendP * Options.SpendGamma / (Options.SpendQ - 1));
    }

    [Fact]
    public void Spend_OfPersons_IsAroundTheirOwnMean()
    {
        double[] standardized = [.. Purchases().GroupBy(static activity => activity.Person).Select(static person =>
        {
            double mean = Data.PurchaseTruth[person.Key].MeanSpend;

            // An amount's variance is mean²/p.
            return (person.Average(static purchase => (double)purchase.Activity.Value!.Value.Amount) - mean) * Math.Sqrt(Options.SpendP * person.Count()) / mean;
        })];

        Assert.InRange(standardized.Average(), -4 * StandardError(standardized), 4 * StandardError(standardized));
        Assert.Equal(1, standardized.Average(static z => z * z), 0.06);
    }

    [Fact]
    public void Activities_OfPersons_AreWhatTheirTruthSays()
    {
        Dictionary<int, DateTimeOffset[]> times = Purchases().GroupBy(static activity => activity.Person)
            .ToDictionary(static person => person.Key, static person => person.Select(static purchase => purchase.Activity.At).ToArray());

        for (int person = 0; person < Data.People.Count; person++)
        {
            PurchaseTruth truth = Data.PurchaseTruth[person];
            DateTimeOffset[] bought = times[person];

            Assert.Equal(truth.RepeatPurchases + 1, bought.Length);
            Assert.Equal(truth.FirstPurchaseAt, bought[0]);
            Assert.Equal(truth.AliveUntil ?? bought[^1], bought[^1]);
            Assert.True(truth.AliveUntil is null || bought.Length > 1);
        }
    }

    [Fact]
    public void Activities_All_AreInsideTheWindowInOrderAndInTheCurrency()
    {
        var start = new DateTimeOffset(Options.From, TimeOnly.MinValue, TimeSpan.Zero);

        Assert.All(Data.Activities, activity =>
        {
            Assert.InRange(activity.At, start, End.AddTicks(-1));
            Assert.Equal(ActivityTypes.Purchase, activity.Type);
            Assert.Equal("GBP", activity.Value!.Value.Currency);
            Assert.Equal(0, activity.At.Ticks % TimeSpan.TicksPerSecond);
            Assert.Equal(decimal.Round(activity.Value.Value.Amount, 2), activity.Value.Value.Amount);
        });
        Assert.All(Data.Activities.Zip(Data.Activities.Skip(1)), static pair => Assert.True(pair.First.At <= pair.Second.At));
        Assert.Equal(Data.Activities.Count, Data.Activities.Select(static activity => activity.Key).Distinct().Count());
    }

    [Fact]
    public void Customer_OfEveryActivity_IsARecordOfItsSource() => Assert.All(Data.Activities, static activity =>
    {
        Assert.Equal(Identifier.RecordKeyType, activity.Customer.Type);
        Assert.Equal(activity.Key.Source, activity.Customer.Scope);
        Assert.True(Data.Truth.ContainsKey(new RecordKey(activity.Customer.Scope, activity.Customer.Value)));
    });

    [Fact]
    public void Refunds_SomePurchases_ComeLaterAndGiveBackNoMoreThanWasPaid()
    {
        ILookup<string, CustomerActivity> orders = Data.Activities.ToLookup(static activity => activity.Order!);
        CustomerActivity[] refunds = [.. Data.Activities.Where(static activity => activity.Value!.Value.Amount < 0)];

        Assert.InRange(refunds.Length / (double)Purchases().Count(), 0.015, 0.022);
        Assert.All(refunds, refund =>
        {
            CustomerActivity paid = Assert.Single(orders[refund.Order!], static activity => activity.Value!.Value.Amount > 0);
            Assert.True(paid.At < refund.At && refund.At <= paid.At.AddDays(21));
            Assert.True(-refund.Value!.Value.Amount <= paid.Value!.Value.Amount);
        });
        Assert.Contains(refunds, refund => orders[refund.Order!].Sum(static activity => activity.Value!.Value.Amount) == 0);
    }

    [Fact]
    public void ZeroAmounts_SomePurchases_ComeOnTop() => Assert.Equal(
        0.005, Data.Activities.Count(static activity => activity.Value!.Value.Amount == 0) / (double)Purchases().Count(), 0.002);

    [Fact]
    public void Generate_NoRefundsNoZeros_GivesPurchasesOnly()
    {
        SyntheticData data = SyntheticCustomers.Generate(new SyntheticOptions { Records = 500, RefundShare = 0, ZeroAmountShare = 0, Currency = "CNY" });

        Assert.All(data.Activities, static activity => Assert.True(activity.Value is { Amount: > 0, Currency: "CNY" }));
        Assert.Equal(data.People.Count + data.PurchaseTruth.Sum(static truth => truth.RepeatPurchases), data.Activities.Count);
    }

    [Fact]
    public void Generate_ExtremeSpend_StillFitsMoney()
    {
        SyntheticData data = SyntheticCustomers.Generate(new SyntheticOptions { Records = 300, SpendQ = 1.01, SpendP = 0.01, SpendGamma = 1e12 });

        Assert.All(data.Activities, static activity => Assert.InRange(activity.Value!.Value.Amount, -1e12m, 1e12m));
    }

    // E[X(T)] is the mean over rate and drop-out chance of (1 - e^(-rate p T)) / p; over the rate it is (1 - (alpha / (alpha + pT))^r) / p,
    // and over p it is integrated here. Substituting p = u^(1/a) takes the pole of the beta density at 0 away.
    private static double ExpectedRepeats(double days)
    {
        const int Steps = 200;
        double a = Options.DropOutA;
        double b = Options.DropOutB;
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < Steps; i++)
        {
            double p = Math.Pow((i + 0.5) / Steps, 1 / a);
            double weight = Math.Pow(1 - p, b - 1);
            double x = Options.PurchaseAlphaDays / (Options.PurchaseAlphaDays + (p * days));
            sum += weight * (1 - Math.Pow(x, Options.PurchaseR)) / p;
            weights += weight;
        }

        return sum / weights;
    }

    private static double DaysObserved(PurchaseTruth truth) => (End - truth.FirstPurchaseAt).TotalDays;

    private static IEnumerable<(int Person, CustomerActivity Activity)> Purchases() => Data.Activities
        .Where(static activity => activity.Value!.Value.Amount > 0)
        .Select(static activity => (Data.Truth[new RecordKey(activity.Customer.Scope, activity.Customer.Value)], activity));

    private static void AssertMean(IEnumerable<double> draws, double expected)
    {
        double[] residuals = [.. draws.Select(draw => draw - expected)];
        Assert.InRange(residuals.Average(), -4 * StandardError(residuals), 4 * StandardError(residuals));
    }

    private static double StandardError(double[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean))) / values.Length;
    }
}
