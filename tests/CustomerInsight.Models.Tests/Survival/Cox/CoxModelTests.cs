using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CustomerInsight.Models.Tests;

/// <summary>What a fitted Cox regression answers.</summary>
public sealed class CoxModelTests
{
    private static readonly SurvivalData Data = DrawnLives.Draw(400, 3, 7, ties: 12);

    private static readonly CoxModel Model = new CoxEstimator().Fit(Data).Model!;

    [Fact]
    public void Explain_AnyRow_AddsUpToTheRisk()
    {
        double[] risks = new double[Data.Features.Rows];
        double[] contributions = new double[Data.Features.Values.Length];
        Model.Risks(Data.Features, risks);
        Model.Contributions(Data.Features, contributions);
        for (int row = 0; row < risks.Length; row++)
        {
            ValueList<HazardContribution> why = Model.Explain(Data.Features.Row(row));
            Assert.Equal(risks[row], why.Sum(static one => one.LogHazard), 1e-12);
            Assert.Equal(risks[row], Model.Risk(Data.Features.Row(row)), 1e-12);
            Assert.Equal(why.Select(static one => one.LogHazard), contributions[(row * 3)..((row + 1) * 3)]);
        }

        Assert.DoesNotContain("0.5", new HazardContribution("age", 0.5, 0.25).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Survival_OfTheCurveAndOfThoseStillThere_IsTheSame()
    {
        double[] features = [0.5, -1, 0.25];
        SurvivalCurve curve = Model.Curve(features);
        SurvivalCurve later = Model.Curve(features, 3);
        Assert.Equal(1, Model.Survival(features, 0));
        for (double time = 0; 3 + time <= Model.Baselines[0].End; time += 0.5)
        {
            Assert.Equal(curve.At(time), Model.Survival(features, time), 1e-15);
            Assert.Equal(curve.At(3 + time) / curve.At(3), Model.SurvivalAfter(features, 3, time), 1e-12);
            Assert.Equal(later.At(time), Model.SurvivalAfter(features, 3, time), 1e-12);
            Assert.Equal(curve.After(3).At(time), later.At(time), 1e-12);
        }

        Assert.Equal(1, Model.SurvivalAfter(features, Model.Baselines[0].End, 0));
        Assert.True(double.IsNaN(Model.SurvivalAfter(features, 3, 1_000)));
        Assert.True(double.IsNaN(Model.SurvivalAfter(features, 1_000, 3)));
        double[] chances = new double[Data.Features.Rows];
        Model.Survival(Data.Features, 4, chances);
        Assert.Equal(Model.Survival(Data.Features.Row(17), 4), chances[17], 1e-14);
        Assert.Equal(Model.Baselines[0].At(5), -Math.Log(Model.BaselineCurve().At(5)), 1e-12);
        Assert.Empty(Model.Curve(features, 1e6).Times);
        Assert.Equal(0, Model.Curve(features, Model.Baselines[0].End).End);
    }

    /// <summary>However large the risk, nobody leaves before the first event.</summary>
    [Fact]
    public void Survival_OfAnExtremeRow_StaysBetweenNoughtAndOne()
    {
        foreach (double size in new[] { -1e300, -1e4, 1e4, 1e300 })
        {
            double[] features = [size * Math.Sign(Model.Coefficients[0].Value), 0, 0];
            Assert.Equal(1, Model.Survival(features, 0));
            Assert.InRange(Model.Survival(features, 5), 0, 1);
            Assert.InRange(Model.Curve(features).At(5), 0, 1);
        }
    }

    /// <summary>A risk is a number, whatever finite features come.</summary>
    [Theory]
    [InlineData(10, -10, 1e308, 1e308, 0)]
    [InlineData(10, 10, 1e308, 1e308, double.MaxValue)]
    [InlineData(-10, 10, 1e308, -1e308, double.MinValue)]
    [InlineData(10, -10, 1e308, 9e307, 1e308)]
    [InlineData(2, -2, 1.5e308, 1.25e308, 5e307)]
    public void Risk_ExtremeFeatures_IsFinite(double first, double second, double a, double b, double expected)
    {
        CoxModel model = new([new CoxCoefficient("a", first), new CoxCoefficient("b", second), new CoxCoefficient("c", 0, -1e308)], [new CoxBaseline(0, [1, 2], [0.25, 0.5], 3)]);
        double[] features = [a, b, 1e308];
        double[] risks = new double[1];
        double[] contributions = new double[3];
        FeatureMatrix row = FeatureMatrix.Create(model.Columns, features);
        model.Risks(row, risks);
        model.Contributions(row, contributions);

        CloseTo.Relative(expected, model.Risk(features), 1e-12);
        Assert.Equal(model.Risk(features), risks[0]);
        Assert.All(contributions, static one => Assert.True(double.IsFinite(one)));
        Assert.Equal(contributions, model.Explain(features).Select(static one => one.LogHazard));
        Assert.InRange(model.Survival(features, 2), 0, 1);
    }

    /// <summary>Rows of one customer are no two customers.</summary>
    [Fact]
    public void Concordance_RowsTwiceInClusters_HasTheErrorOfOnce()
    {
        int[] twice = [.. Enumerable.Range(0, 800).Select(static row => row / 2)];
        var features = FeatureMatrix.Create(Model.Columns, [.. twice.SelectMany(static row => Data.Features.Row(row).ToArray())]);
        int[] strata = [.. twice.Select(static row => row % 3)];
        foreach (int[]? within in new[] { null, strata })
        {
            ConcordanceEstimate once = Model.Concordance(SurvivalData.Create(Data.Features, Data.Times, within is null ? null : [.. Enumerable.Range(0, 400).Select(static row => row % 3)]));
            ConcordanceEstimate clustered = Model.Concordance(SurvivalData.Create(features, Data.Times.Take(twice), within, twice));
            ConcordanceEstimate alone = Model.Concordance(SurvivalData.Create(features, Data.Times.Take(twice), within));

            Assert.Equal(once.Value, clustered.Value, 1e-12);
            Assert.Equal(once.StandardError, clustered.StandardError, 1e-12);
            Assert.Equal(once.StandardError / Math.Sqrt(2), alone.StandardError, 1e-12);
        }

        Assert.Throws<ArgumentException>(() => Concordance.Harrell(Data.Times, new double[400], default, [1]));
    }

    [Fact]
    public void Survival_FeaturesThatDoNotFit_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => Model.Survival([1, 2], 1));
        Assert.Throws<ArgumentException>(() => Model.Risk([1, double.NaN, 2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Model.Survival([1, 2, 3], double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => Model.SurvivalAfter([1, 2, 3], 1, -1));
        Assert.Throws<ArgumentException>(() => Model.Risks(Data.Features, new double[3]));
        Assert.Throws<ArgumentException>(() => Model.Risks(FeatureMatrix.Create(["a", "b", "c"], [1, 2, 3]), new double[1]));
        ArgumentException missing = Assert.Throws<ArgumentException>(() => Model.Risks(FeatureMatrix.Create(Model.Columns, [1, 2, 3, 4, double.NaN, 6]), new double[2]));
        Assert.Contains("Row 1", missing.Message, StringComparison.Ordinal);
        Assert.Contains(Model.Columns[1], missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void InStratum_OfSeveral_IsThatOfTheStratumAlone()
    {
        int[] strata = [.. Enumerable.Range(0, 400).Select(static row => row % 2 * 5)];
        CoxModel model = new CoxEstimator().Fit(SurvivalData.Create(Data.Features, Data.Times, strata)).Model!;

        Assert.Equal([0, 5], model.Baselines.Select(static baseline => baseline.Stratum));
        Assert.Throws<InvalidOperationException>(() => model.Survival([0, 0, 0], 1));
        Assert.NotEqual(model.InStratum(0).Survival([0, 0, 0], 5), model.InStratum(5).Survival([0, 0, 0], 5));
        Assert.Contains("stratum 3", Assert.Throws<ArgumentException>(() => model.InStratum(3)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Save_AnyModel_ReadsBackEqual()
    {
        int[] strata = [.. Enumerable.Range(0, 400).Select(static row => row % 3)];
        CoxModel[] models =
        [
            Model,
            new CoxEstimator(new CoxOptions { RobustErrors = true, Ties = CoxTies.Breslow }).Fit(SurvivalData.Create(Data.Features, Data.Times, strata)).Model!,
            new CoxEstimator(new CoxOptions { Ridge = 1 }).Fit(Data).Model!,
            new CoxModel([new CoxCoefficient("age", 0.5)], [new CoxBaseline(0, [1, 2], [0.25, 0.5], 3)]),
        ];
        foreach (CoxModel model in models)
        {
            var file = new MemoryStream();
            model.Save(file);
            file.Position = 0;
            var read = CoxModel.Load(file);
            Assert.Equal(model, read);
            Assert.Equal(model.GetHashCode(), read.GetHashCode());
        }
    }

    [Theory]
    [InlineData("coefficients", "[null]")]
    [InlineData("coefficients", "null")]
    [InlineData("baselines", "[null]")]
    [InlineData("baselines", "null")]
    [InlineData("cause", "-3")]
    [InlineData("ridge", "-1")]
    [InlineData("covariance", "[-5]")]
    [InlineData("ties", "null")]
    public void Load_DamagedFile_IsRefused(string field, string content)
    {
        CoxModel model = new([new CoxCoefficient("age", 0.5) { StandardError = 0.1 }], [new CoxBaseline(0, [1, 2], [0.25, 0.5], 3)]) { Covariance = new ParameterCovariance(["age"], [0.01]) };
        var file = new MemoryStream();
        model.Save(file);
        JsonNode root = JsonNode.Parse(file.ToArray())!;
        JsonObject saved = root["model"]!.AsObject();
        string name = saved.Single(pair => string.Equals(pair.Key, field, StringComparison.OrdinalIgnoreCase)).Key;
        saved[name] = JsonNode.Parse(content);

        Assert.Throws<ModelFileException>(() => CoxModel.Load(new MemoryStream(Encoding.UTF8.GetBytes(root.ToJsonString()))));
    }

    [Fact]
    public void Create_NumbersThatNoModelHas_IsRefused()
    {
        CoxBaseline baseline = new(0, [1, 2], [0.25, 0.5], 3);
        Assert.Throws<ArgumentException>(() => new CoxModel([], [baseline]));
        Assert.Throws<ArgumentException>(() => new CoxModel([null!], [baseline]));
        Assert.Throws<ArgumentException>(() => new CoxModel([new CoxCoefficient("age", 0.5)], [null!]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CoxModel([new CoxCoefficient("age", 0.5)], [baseline]) { Cause = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new CoxModel([new CoxCoefficient("age", 0.5)], [baseline]) { Ridge = double.NaN });
        Assert.Throws<ArgumentException>(() => new ParameterCovariance(["age"], [-1]));
        Assert.Throws<ArgumentException>(() => new CoxModel([new CoxCoefficient("age", 0.5)], []));
        Assert.Throws<ArgumentException>(() => new CoxModel([new CoxCoefficient("age", double.NaN)], [baseline]));
        Assert.Throws<ArgumentException>(() => new CoxModel([new CoxCoefficient("age", 1), new CoxCoefficient("age", 1)], [baseline]));
        Assert.Throws<ArgumentException>(() => new CoxModel([new CoxCoefficient("age", 1)], [baseline, baseline]));
        Assert.Throws<ArgumentException>(() => new CoxModel([new CoxCoefficient("age", 1)], [baseline with { Times = [2, 1] }]));
        Assert.Throws<ArgumentException>(() => new CoxModel([new CoxCoefficient("age", 1)], [baseline with { CumulativeHazards = [2, 1] }]));
        Assert.Throws<ArgumentException>(() => new CoxModel([new CoxCoefficient("age", 1)], [baseline with { End = 1 }]));
    }

    [Fact]
    public void Describe_AnyModel_ShowsRatiosAndTests()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            string text = Model.Describe();
            Assert.Contains("hazard ratio", text, StringComparison.Ordinal);
            Assert.Contains("likelihood ratio", text, StringComparison.Ordinal);
            Assert.Contains(Model.Coefficients[1].HazardRatio.ToString("0.000", CultureInfo.InvariantCulture), text, StringComparison.Ordinal);
            foreach (string chart in new[] { Model.ToVegaLite(), Model.ToCurvesVegaLite() })
            {
                using var document = JsonDocument.Parse(chart);
                Assert.True(document.RootElement.GetProperty("data").GetProperty("values").GetArrayLength() > 2);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
