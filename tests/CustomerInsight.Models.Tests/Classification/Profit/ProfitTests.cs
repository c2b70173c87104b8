using MathNet.Numerics.Distributions;

namespace CustomerInsight.Models.Tests;

public sealed class ProfitTests
{
    private static readonly Arbitrary<(int Score, bool Label)[]> Cases = (
        from score in Gen.Choose(0, 12)
        from label in Gen.Elements(true, false)
        select (score, label)).NonEmptyListOf().Select(static list => list.ToArray()).ToArbitrary();

    [SharedTheory]
    [InlineData("LR3", 10.27991754)]
    [InlineData("HGB5", 10.05354528)]
    [InlineData("HGB6", 10.32919413)]
    [InlineData("GB7", 10.28503933)]
    [InlineData("RF8", 10.22788529)]
    public void ExpectedMaximumProfit_OfTheTelcoScores_IsTheReference(string model, double profit)
    {
        var found = ExpectedMaximumProfit.Of(TelcoScores.Of(model), TelcoScores.Labels);

        Assert.Equal(profit, found.Profit, 1e-8);
        if (model == "LR3")
        {
            Assert.Equal(0.51665566, found.TargetedShare, 1e-8);
        }
    }

    [Fact]
    public void ExpectedMaximumProfit_AnyScores_IsTheMeanOverAcceptanceOfTheBestOfAllThresholds() => Prop.ForAll(Cases, static rows =>
    {
        (double[] scores, bool[] labels) = Split(rows);
        if (labels.All(static label => label) || !labels.Any(static label => label))
        {
            Assert.Equal(double.NaN, ExpectedMaximumProfit.Of(scores, labels).Profit);
            return;
        }

        var campaign = new RetentionCampaign(120, 15, 2, 2, 3);
        double sum = 0;
        double share = 0;
        const int Steps = 300;
        for (int step = 0; step < Steps; step++)
        {
            double acceptance = (step + 0.5) / Steps;
            ProfitPoint best = ProfitCurve.Of(scores, labels, campaign.ToTargetingValue(acceptance)).Best;
            double density = Beta.PDF(2, 3, acceptance) / Steps;
            sum += best.Profit / rows.Length * density;
            share += best.Share * density;
        }

        var found = ExpectedMaximumProfit.Of(scores, labels, campaign);
        Assert.Equal(sum, found.Profit, 1e-2);
        Assert.Equal(share, found.TargetedShare, 1e-2);
    }).Check(Quick.Tests(10));

    [Fact]
    public void ProfitCurve_AnyScores_BestIsTheBestOfAllThresholds() => Prop.ForAll(Cases, static rows =>
    {
        (double[] scores, bool[] labels) = Split(rows);
        var value = new TargetingValue(5, -3);
        (double Profit, double Customers)[] all =
        [
            (0, 0),
            .. scores.Distinct().OrderDescending().Select(threshold => (
                rows.Where(row => row.Score >= threshold).Sum(static row => row.Label ? 5.0 : -3.0), (double)scores.Count(score => score >= threshold))),
        ];

        var curve = ProfitCurve.Of(scores, labels, value);
        double most = all.Max(static point => point.Profit);

        Assert.Equal(most, curve.Best.Profit);
        Assert.Equal(all.First(point => point.Profit == most).Customers, curve.Best.Customers);
        Assert.Equal(all, curve.Points.Select(static point => (point.Profit, point.Customers)));
        Assert.Equal(curve, ProfitCurve.Of(scores, [.. labels.Select(static label => label ? 5.0 : -3.0)]));
    }).Check(Quick.Tests(300));

    [Fact]
    public void ProfitCurve_ValuesOfTheirOwn_AreTheSameInAnyOrder()
    {
        var random = new SeededRandom(4);
        (double Score, double Earned)[] rows = [.. Enumerable.Range(0, 500).Select(_ => ((double)random.Next(20), random.NextNormal()))];
        (double Score, double Earned)[] shuffled = [.. rows.OrderBy(_ => random.NextBits())];

        Assert.Equal(
            ProfitCurve.Of([.. rows.Select(static row => row.Score)], [.. rows.Select(static row => row.Earned)]),
            ProfitCurve.Of([.. shuffled.Select(static row => row.Score)], [.. shuffled.Select(static row => row.Earned)]));
    }

    [Fact]
    public void ProfitCurve_ManyRows_IsThinnedButHasTheBestPoint()
    {
        double[] scores = [.. Enumerable.Range(0, 5_000).Select(static row => (double)-row)];
        bool[] labels = [.. Enumerable.Range(0, 5_000).Select(static row => row <= 1_234)];

        var curve = ProfitCurve.Of(scores, labels, new TargetingValue(1, -1));

        Assert.Equal(1_235, curve.Best.Customers);
        Assert.Equal(-1_234, curve.Best.Threshold);
        Assert.Contains(curve.Best, curve.Points);
        Assert.InRange(curve.Points.Count, VegaLite.MostPoints, VegaLite.MostPoints + 1);
        Assert.Contains("1,235 of 5,000 customers (24.7 %)", curve.Describe(), StringComparison.Ordinal);
        Assert.Contains("\"best\":1235", curve.ToVegaLite(), StringComparison.Ordinal);
    }

    [Fact]
    public void ExpectedMaximumProfit_NothingCostsAnything_TargetsDownToTheLastLeaver()
    {
        var free = new RetentionCampaign(OfferCost: 0, ContactCost: 0);

        var found = ExpectedMaximumProfit.Of([5, 4, 3, 2, 1], [true, false, true, false, false], free);

        Assert.Equal(200 * 0.4 * free.MeanAcceptance, found.Profit, 1e-9);
        Assert.Equal(0.6, found.TargetedShare, 1e-12);
    }

    [Theory]
    [InlineData(0.7)]
    [InlineData(0.1)]
    public void ProfitCurve_WeightsThatRound_EndsAtAllCustomers(double weight)
    {
        double[] scores = [.. Enumerable.Range(0, 100_000).Select(static row => (double)row)];
        bool[] labels = [.. scores.Select(static score => score > 50_000)];

        var curve = ProfitCurve.Of(scores, labels, new TargetingValue(1, -1), [.. Enumerable.Repeat(weight, scores.Length)]);

        Assert.Equal((1, curve.Customers), (curve.Points[^1].Share, curve.Points[^1].Customers));
        Assert.All(curve.Points, static point => Assert.InRange(point.Share, 0, 1));
        Assert.Contains("100.0 %", curve.Describe(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(9, -1, 0.1)]
    [InlineData(1, 0, 0)]
    [InlineData(-1, -1, double.PositiveInfinity)]
    [InlineData(0, -1, double.PositiveInfinity)]
    public void BreakEvenProbability_TrueProbabilities_IsWhereExpectedProfitIsNought(double ofEvent, double other, double expected) =>
        Assert.Equal(expected, new TargetingValue(ofEvent, other).BreakEvenProbability, 1e-12);

    [Fact]
    public void Profit_WrongInput_IsRefused()
    {
        Assert.Throws<ArgumentException>(static () => ExpectedMaximumProfit.Of([1, 2], [true, false], new RetentionCampaign(LifetimeValue: 5, OfferCost: 10)));
        Assert.Throws<ArgumentException>(static () => ExpectedMaximumProfit.Of([1, 2], [true, false], new RetentionCampaign(AcceptanceAlpha: 0)));
        Assert.Throws<ArgumentException>(static () => ProfitCurve.Of([], [], new TargetingValue(1, -1)));
        Assert.Throws<ArgumentException>(static () => ProfitCurve.Of([1], [true], new TargetingValue(double.NaN, -1)));
        Assert.Contains("row 1", Assert.Throws<ArgumentException>(static () => ProfitCurve.Of([1, 2], [1, double.NaN])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(static () => new RetentionCampaign().ToTargetingValue(1.5));
        Assert.Equal(0.3, new RetentionCampaign().MeanAcceptance, 1e-12);
    }

    private static (double[] Scores, bool[] Labels) Split((int Score, bool Label)[] rows) => ([.. rows.Select(static row => (double)row.Score)], [.. rows.Select(static row => row.Label)]);
}
