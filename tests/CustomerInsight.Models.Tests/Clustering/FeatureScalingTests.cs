namespace CustomerInsight.Models.Tests;

public sealed class FeatureScalingTests
{
    private static readonly ValueList<string> One = ["spend"];

    private static readonly Arbitrary<double[]> Numbers =
        Gen.Choose(-1_000_000, 1_000_000).Select(static value => value / 64.0).ArrayOf().Where(static values => values.Length > 0).ToArbitrary();

    [Theory]
    [InlineData(FeatureTransform.None)]
    [InlineData(FeatureTransform.Standardize)]
    [InlineData(FeatureTransform.LogStandardize)]
    [InlineData(FeatureTransform.Robust)]
    [InlineData(FeatureTransform.MinMax)]
    public void Fit_AnyNumbers_AgreesWithTheDefinitionAndBack(FeatureTransform transform) => Prop.ForAll(Numbers, values =>
    {
        FeatureScale scale = Fitted(transform, values).Scales[0];
        (double center, double spread) = Definition(transform, values);
        return Near(center, scale.Center) && Near(spread, scale.Scale)
            && values.All(value => Near(spread == 0 ? 0 : (Shape(transform, value) - center) / spread, scale.Apply(value)) && Near(spread == 0 ? value : scale.Undo(scale.Apply(value)), value));
    }).Check(Quick.Tests(300));

    [Fact]
    public void From_MoreNumbersThanAnArrayHolds_SaysSo()
    {
        string message = Assert.Throws<ArgumentException>(() => FeatureMatrix.From(new Uncounted(), static _ => "", ("a", static _ => 1), ("b", static _ => 2))).Message;

        Assert.StartsWith("1500000000 customers × 2 features", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_NumbersOfAnySize_HasMeanNoughtAndDeviationOne()
    {
        foreach (double size in new[] { 1e-160, 1e-12, 1, 1e12, 1e149 })
        {
            double[] values = [.. new[] { 1, 2, 4, 4.5, -7 }.Select(value => value * size)];
            double[] scaled = [.. values.Select(Fitted(FeatureTransform.Standardize, values).Scales[0].Apply)];

            Assert.Equal(0, scaled.Average(), 1e-12);
            Assert.Equal(1, scaled.Average(static value => value * value), 1e-12);
        }
    }

    [Fact]
    public void Fit_NumbersCloseTogetherFarFromNought_KeepsTheirDigits()
    {
        FeatureScale scale = Fitted(FeatureTransform.Standardize, [.. Enumerable.Range(0, 10_000).Select(static i => 1e12 + (i % 2))]).Scales[0];

        Assert.Equal(1e12 + .5, scale.Center);
        Assert.Equal(.5, scale.Scale, 1e-12);
    }

    [Fact]
    public void Fit_ColumnsOfTheirOwnTransform_FollowIt()
    {
        var options = new FeatureScalingOptions { Transform = FeatureTransform.None };
        options.Columns["b"] = FeatureTransform.MinMax;
        var data = FeatureMatrix.Create(["a", "b"], [3, 10, 5, 30]);

        var scaling = FeatureScaling.Fit(data, options);

        Assert.Equal([3, 0, 5, 1], scaling.Apply(data).Values.ToArray());
        Assert.False(scaling.IsIdentity);
        Assert.True(FeatureScaling.Fit(data, new FeatureScalingOptions { Transform = FeatureTransform.None }).IsIdentity);
        Assert.Equal([3, 10, 5, 30], data.Values.ToArray());
    }

    [Fact]
    public void Fit_ConstantColumn_BecomesNought()
    {
        foreach (FeatureTransform transform in Enum.GetValues<FeatureTransform>().Except([FeatureTransform.None]))
        {
            FeatureScale scale = Fitted(transform, Enumerable.Repeat(.1, 1_000).ToArray()).Scales[0];

            Assert.True(scale.IsConstant);
            Assert.Equal(0, scale.Apply(.1));
            Assert.Equal(0, scale.Apply(17));
            Assert.Equal(.1, scale.Undo(0), 1e-15);
            Assert.Equal(double.NaN, scale.Apply(double.NaN));
        }
    }

    [Fact]
    public void Fit_RobustWithHalfOfTheNumbersAlike_UsesTheDeviation()
    {
        FeatureScale scale = Fitted(FeatureTransform.Robust, [1, 1, 1, 1, 1, 1, 1, 9]).Scales[0];

        Assert.Equal(1, scale.Center);
        Assert.Equal(Math.Sqrt(7), scale.Scale, 1e-12);
    }

    [Fact]
    public void Fit_RowsThatAreNotComplete_ArePassedOver()
    {
        var data = FeatureMatrix.Create(["a", "b"], [1, 1, double.NaN, 50, 3, 3, 70, double.NegativeInfinity]);
        var scaling = FeatureScaling.Fit(data);

        Assert.Equal(FeatureScaling.Fit(FeatureMatrix.Create(["a", "b"], [1, 1, 3, 3])), scaling);
        Assert.Equal([-1, -1, double.NaN, 48, 1, 1, 68, double.NegativeInfinity], scaling.Apply(data).Values.ToArray());
    }

    [Fact]
    public void Fit_WhatCannotBeFitted_SaysWhatToDo()
    {
        var options = new FeatureScalingOptions();
        options.Columns["money"] = FeatureTransform.Robust;
        var wrong = new FeatureScalingOptions();
        wrong.Columns["spend"] = (FeatureTransform)9;

        Assert.Contains("'money'", Assert.Throws<ArgumentException>(() => FeatureScaling.Fit(FeatureMatrix.Create(One, [1, 2]), options)).Message, StringComparison.Ordinal);
        Assert.Contains("'spend'", Assert.Throws<ArgumentException>(() => FeatureScaling.Fit(FeatureMatrix.Create(One, [1, 2]), wrong)).Message, StringComparison.Ordinal);
        Assert.Contains("Row 1", Assert.Throws<ArgumentException>(() => FeatureScaling.Fit(FeatureMatrix.Create(One, [1, 2e150]))).Message, StringComparison.Ordinal);
        Assert.Contains("mostly missing", Assert.Throws<ArgumentException>(() => FeatureScaling.Fit(FeatureMatrix.Create(One, [double.NaN]))).Message, StringComparison.Ordinal);
        Assert.Contains("mostly missing", Assert.Throws<ArgumentException>(() => FeatureScaling.Fit(FeatureMatrix.Create(One, []))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => FeatureScaling.Fit(FeatureMatrix.Create(One, [1]), new FeatureScalingOptions { Transform = (FeatureTransform)7 }));
        Assert.Throws<ArgumentException>(() => FeatureScaling.Fit(FeatureMatrix.Create(One, [1])).Apply(FeatureMatrix.Create(["other"], [1])));
        Assert.Throws<ArgumentException>(() => FeatureScaling.Fit(FeatureMatrix.Create(One, [1])).Apply([1, 2], new double[1]));
        Assert.Throws<ArgumentException>(() => new FeatureScaling([]));
        Assert.Throws<ArgumentException>(() => new FeatureScaling([new FeatureScale("a", FeatureTransform.None, 0, -1)]));
        Assert.Throws<ArgumentException>(() => new FeatureScaling([new FeatureScale("a", FeatureTransform.None, double.NaN, 1)]));
    }

    [Fact]
    public void Fit_ManyRowsOnAnyNumberOfThreads_IsTheSameToTheBit()
    {
        var random = new SeededRandom(5);
        var data = FeatureMatrix.Create(["a", "b", "c"], [.. Enumerable.Range(0, 300_000).Select(_ => random.NextDouble() * 1e6)]);
        var options = new FeatureScalingOptions { Transform = FeatureTransform.LogStandardize };

        FeatureScaling[] fitted = [.. new[] { 1, 2, 7 }.Select(threads => FeatureRows.Prepare(data, options, FixedChunks.Parallel(threads, default)).Scaling)];

        Assert.All(fitted, scaling => Assert.Equal(fitted[0], scaling));
    }

    [Fact]
    public void Estimators_OptionThatIsNull_SayWhich()
    {
        IsRequired(() => new HierarchicalEstimator(new HierarchicalOptions { Scaling = null! }), "Scaling");
        IsRequired(() => new DbscanEstimator(new DbscanOptions { Scaling = null! }), "Scaling");
        IsRequired(() => new HdbscanEstimator(new HdbscanOptions { Scaling = null! }), "Scaling");
        IsRequired(() => new GaussianMixtureEstimator(new GaussianMixtureOptions { Scaling = null! }), "Scaling");
        IsRequired(() => new GroupingEstimator(new GroupingOptions { Scaling = null! }), "Scaling");
        IsRequired(() => new MixtureSelector(new MixtureSelectionOptions { Mixture = null! }), "Mixture");
        IsRequired(() => new MixtureSelector(new MixtureSelectionOptions { Mixture = new GaussianMixtureOptions { Scaling = null! } }), "Scaling");
        IsRequired(() => new KMeansEstimator(new KMeansOptions { Scaling = null! }), "Scaling");
        IsRequired(() => new KMedoidsEstimator(new KMedoidsOptions { Scaling = null! }), "Scaling");
    }

    private static void IsRequired(Func<object> make, string option) =>
        Assert.Contains($"{option} field is required", Assert.Throws<ArgumentException>(make).Message, StringComparison.Ordinal);

    private static FeatureScaling Fitted(FeatureTransform transform, double[] values) =>
        FeatureScaling.Fit(FeatureMatrix.Create(One, values), new FeatureScalingOptions { Transform = transform });

    private static double Shape(FeatureTransform transform, double value) =>
        transform == FeatureTransform.LogStandardize ? Math.Sign(value) * Math.Log(1 + Math.Abs(value)) : value;

    private static (double Center, double Scale) Definition(FeatureTransform transform, double[] values)
    {
        double[] sorted = [.. values.Select(value => Shape(transform, value)).Order()];
        double mean = sorted.Average();
        double deviation = Math.Sqrt(sorted.Average(value => (value - mean) * (value - mean)));
        double range = Quantile(.75) - Quantile(.25);
        return transform switch
        {
            FeatureTransform.None => (0, 1),
            FeatureTransform.MinMax => (sorted[0], sorted[^1] - sorted[0]),
            FeatureTransform.Robust => (Quantile(.5), range > 0 ? range : deviation),
            _ => (mean, sorted[0] == sorted[^1] ? 0 : deviation),
        };

        double Quantile(double share)
        {
            double place = (sorted.Length - 1) * share;
            double part = place - Math.Floor(place);
            return ((1 - part) * sorted[(int)Math.Floor(place)]) + (part * sorted[(int)Math.Ceiling(place)]);
        }
    }

    private static bool Near(double expected, double actual) => Math.Abs(expected - actual) <= 1e-9 * Math.Max(1, Math.Abs(expected));

    /// <summary>More customers than can be listed.</summary>
    private sealed class Uncounted : IReadOnlyList<int>
    {
        public int Count => 1_500_000_000;

        public int this[int index] => index;

        public IEnumerator<int> GetEnumerator() => throw new NotSupportedException();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
