namespace CustomerInsight.Models.Tests;

public sealed class CalibratorTests
{
    private static readonly Arbitrary<ulong> Seeds = Gen.Choose(1, int.MaxValue).Select(static seed => (ulong)seed).ToArbitrary();

    /// <summary>The chance at a margin is the greatest, over what is to its left, of the least share of events over what is to its right.</summary>
    [Fact]
    public void Isotonic_AnyRows_IsTheDefinition() => Prop.ForAll(Seeds, seed =>
    {
        CalibrationData data = Rows(22, seed, weighted: seed % 2 == 0);
        IsotonicCalibration steps = new IsotonicCalibrator(new IsotonicOptions { KeepsCertainty = true }).Fit(data).Model!;
        double[] margins = [.. data.Margins.ToArray().Distinct().Order()];
        for (int i = 0; i < margins.Length; i++)
        {
            double expected = Enumerable.Range(0, i + 1).Max(from => Enumerable.Range(i, margins.Length - i).Min(to => Share(data, margins[from], margins[to])));
            Assert.Equal(expected, steps.Probability(margins[i]), 1e-12);
        }
    }).Check(Quick.Tests(50));

    [Fact]
    public void Isotonic_WithoutCertainty_StaysBetweenNoughtAndOneAndRises() => Prop.ForAll(Seeds, seed =>
    {
        CalibrationData data = Rows(30, seed);
        IsotonicCalibration sure = new IsotonicCalibrator(new IsotonicOptions { KeepsCertainty = true }).Fit(data).Model!;
        IsotonicCalibration steps = new IsotonicCalibrator().Fit(data).Model!;
        Assert.All(steps.Probabilities, static probability => Assert.InRange(probability, 1e-3, 1 - 1e-3));
        for (int i = 0; i < steps.Margins.Count; i++)
        {
            Assert.True(sure.Probabilities[i] is 0 or 1 || sure.Probabilities[i] == steps.Probabilities[i]);
        }

        for (double margin = -3; margin < 3; margin += 0.013)
        {
            Assert.True(steps.LogOdds(margin + 0.013) >= steps.LogOdds(margin));
            Assert.Equal(steps.Probability(margin), ClassificationModelExtensions.Logistic(steps.LogOdds(margin)), 1e-12);
        }
    }).Check(Quick.Tests(50));

    [Fact]
    public void Isotonic_RowsToldApartForCertain_KeepsDoubt()
    {
        IsotonicCalibration steps = new IsotonicCalibrator().Fit(CalibrationData.Create([-2, -1, 1, 2, 3], [false, false, true, true, true])).Model!;

        Assert.Equal(1.0 / 4, steps.Probability(-1));
        Assert.Equal(4.0 / 5, steps.Probability(1));
        Assert.Equal(steps.Probability(3), steps.Probability(99));
        Assert.True(double.IsNaN(steps.Probability(double.NaN)));
    }

    /// <summary>At the best line the smoothed targets pull neither its slope nor its intercept.</summary>
    [Fact]
    public void Platt_AnyRows_IsTheBestLine() => Prop.ForAll(Seeds, seed =>
    {
        CalibrationData data = Rows(60, seed, weighted: seed % 2 == 0);
        PlattCalibration line = new PlattCalibrator().Fit(data).Model!;
        (double slope, double intercept) = Pull(data, line);
        Assert.Equal(0, intercept, 1e-8);
        Assert.True(line.Slope == 0 ? slope >= -1e-8 : Math.Abs(slope) < 1e-8, FormattableString.Invariant($"Slope {line.Slope} is pulled by {slope}."));
    }).Check(Quick.Tests(100));

    [Theory]
    [InlineData(1 / 512.0)]
    [InlineData(1e-12)]
    [InlineData(37)]
    public void Fit_WeightsOfAnotherUnit_ChangesNothing(double unit)
    {
        CalibrationData data = Rows(300, 5);
        CalibrationData same = CalibrationData.Create(data.Margins.ToArray(), data.Labels.ToArray(), [.. Enumerable.Repeat(unit, 300)]);

        (PlattCalibration line, PlattCalibration other) = (new PlattCalibrator().Fit(data).Model!, new PlattCalibrator().Fit(same).Model!);
        Assert.Equal(line.Slope, other.Slope, 1e-9);
        Assert.Equal(line.Intercept, other.Intercept, 1e-9);
        (IsotonicCalibration steps, IsotonicCalibration others) = (new IsotonicCalibrator().Fit(data).Model!, new IsotonicCalibrator().Fit(same).Model!);
        Assert.All(Enumerable.Range(0, 600).Select(static i => (i / 100.0) - 3), margin => Assert.Equal(steps.Probability(margin), others.Probability(margin), 1e-9));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1e6)]
    [InlineData(1e-9)]
    public void Platt_RowsToldApartForCertain_StaysFinite(double unit)
    {
        PlattCalibration line = new PlattCalibrator().Fit(CalibrationData.Create([-2 * unit, -1 * unit, 1 * unit, 2 * unit], [false, false, true, true])).Model!;

        Assert.InRange(line.Probability(2 * unit), 0.6, 0.99);
        Assert.Equal(0.5, line.Probability(0), 1e-9);
    }

    [Fact]
    public void Platt_EventThatGetsNoLikelier_GivesOneChance()
    {
        FitResult<PlattCalibration> backwards = new PlattCalibrator().Fit(CalibrationData.Create([1, 2, 3, 4], [true, true, false, false]));
        FitResult<PlattCalibration> same = new PlattCalibrator().Fit(CalibrationData.Create([7, 7, 7, 7], [true, false, false, false]));

        Assert.Equal(0, backwards.Model!.Slope);
        Assert.Equal(0.5, backwards.Model.Probability(1), 1e-12);
        Assert.Equal("no-order", Assert.Single(backwards.Report.Warnings).Code);
        Assert.Equal(0, same.Model!.Slope);
    }

    [Fact]
    public void Fit_AnyOrder_IsTheSameToTheLastBit() => Prop.ForAll(Seeds, seed =>
    {
        CalibrationData data = Rows(200, seed, weighted: true);
        var random = new SeededRandom(seed);
        int[] order = [.. Enumerable.Range(0, data.Rows).Select(row => (row, Key: random.NextDouble())).OrderBy(static pair => pair.Key).Select(static pair => pair.row)];
        double[] margins = [.. order.Select(row => data.Margins[row])];
        bool[] labels = [.. order.Select(row => data.Labels[row])];
        double[] weights = [.. order.Select(row => data.Weights[row])];
        var shuffled = CalibrationData.Create(margins, labels, weights);
        Assert.Equal(new PlattCalibrator().Fit(data).Model, new PlattCalibrator().Fit(shuffled).Model);
        Assert.Equal(new IsotonicCalibrator().Fit(data).Model, new IsotonicCalibrator().Fit(shuffled).Model);
    }).Check(Quick.Tests(20));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Fit_OneKindOnly_IsRefused(bool events)
    {
        var data = CalibrationData.Create([1, 2, 3], [events, events, events]);

        Assert.Equal("one-class", Assert.Single(new PlattCalibrator().Fit(data).Report.Warnings).Code);
        Assert.Null(new IsotonicCalibrator().Fit(data).Model);
        Assert.Equal("no-rows", Assert.Single(new IsotonicCalibrator().Fit(CalibrationData.Create([], [])).Report.Warnings).Code);
    }

    [Fact]
    public void Create_WrongRows_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => CalibrationData.Create([1, 2], [true]));
        Assert.Throws<ArgumentException>(() => CalibrationData.Create([1, 2], [true, false], [1]));
        Assert.Contains("row 1", Assert.Throws<ArgumentException>(() => CalibrationData.Create([1, double.NaN], [true, false])).Message, StringComparison.Ordinal);
        Assert.Contains("row 0", Assert.Throws<ArgumentException>(() => CalibrationData.Create([1, 2], [true, false], [0, 1])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Isotonic_FewRows_IsSaid() => Assert.Contains(new IsotonicCalibrator().Fit(Rows(40, 1)).Report.Warnings, static warning => warning.Code == "few-rows");

    [Fact]
    public void PriorCorrection_OtherShare_IsBayes()
    {
        // Of 100 lost and 100 kept customers, a sign is seen on 30 and on 10; among 1,000 customers of whom 100 leave, on 30 and 90.
        double learned = Math.Log(30.0 / 10);

        Assert.Equal(30.0 / 120, PriorCorrection.Of(0.5, 0.1).Probability(learned), 1e-12);
        Assert.Equal(-Math.Log(4), PriorCorrection.OfWeight(4).Shift, 1e-15);
        Assert.Throws<ArgumentOutOfRangeException>(() => PriorCorrection.Of(0, 0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => PriorCorrection.OfWeight(0));
    }

    [Fact]
    public void Load_CalibrationThatWasSaved_IsEqual()
    {
        foreach (ICalibration calibration in new ICalibration[] { new PlattCalibration(0.7, -0.1), new IsotonicCalibration([-1, 2.5], [0.1, 0.3]), new PriorCorrection(0.3) })
        {
            var file = new MemoryStream();
            Calibration.Save(calibration, file);
            file.Position = 0;

            Assert.Equal(calibration, Calibration.Load(file));
        }

        Assert.Throws<NotSupportedException>(static () => Calibration.Save(new CalibratedModelTests.Cube(), Stream.Null));
    }

    [Fact]
    public void ToString_EachCalibration_SaysWhatItDoes()
    {
        Assert.Equal("log-odds × 0.75 − 2", new PlattCalibration(0.75, -2).ToString());
        Assert.Equal("2 points from 10.0 % to 30.0 %", new IsotonicCalibration([-1, 2.5], [0.1, 0.3]).ToString());
        Assert.Equal("log-odds + 0.3", new PriorCorrection(0.3).ToString());
    }

    [Theory]
    [InlineData("\"slope\": 0.75", "\"slope\": -1")]
    [InlineData("\"slope\": 0.75", "\"slope\": null")]
    [InlineData("\"slope\": 0.75", "\"shift\": 0.75")]
    [InlineData("\"slope\": 0.75,", "")]
    public void Load_DamagedFile_SaysSo(string part, string by)
    {
        var file = new MemoryStream();
        Calibration.Save(new PlattCalibration(0.75, 2), file);
        string text = System.Text.Encoding.UTF8.GetString(file.ToArray());
        Assert.Contains(part, text, StringComparison.Ordinal);

        Assert.Equal(
            ModelFileException.ImpossibleValues,
            Assert.Throws<ModelFileException>(() => Calibration.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text.Replace(part, by, StringComparison.Ordinal))))).Code);
    }

    internal static CalibrationData Rows(int rows, ulong seed, bool weighted = false)
    {
        var random = new SeededRandom(seed);
        double[] margins = [.. Enumerable.Range(0, rows).Select(_ => Math.Round((random.NextDouble() * 5) - 2.5, 1))];
        bool[] labels = [.. margins.Select(margin => random.NextDouble() < ClassificationModelExtensions.Logistic(margin))];
        (labels[0], labels[1]) = (true, false);
        return CalibrationData.Create(margins, labels, weighted ? [.. margins.Select(_ => 0.1 + random.NextDouble())] : null);
    }

    private static double Share(CalibrationData data, double from, double to)
    {
        (double weight, double events) = (0, 0);
        for (int row = 0; row < data.Rows; row++)
        {
            double own = data.Margins[row] >= from && data.Margins[row] <= to ? Weight(data, row) : 0;
            weight += own;
            events += data.Labels[row] ? own : 0;
        }

        return events / weight;
    }

    private static (double Slope, double Intercept) Pull(CalibrationData data, PlattCalibration line)
    {
        double with = Enumerable.Range(0, data.Rows).Where(row => data.Labels[row]).Sum(row => Weight(data, row));
        double without = Enumerable.Range(0, data.Rows).Where(row => !data.Labels[row]).Sum(row => Weight(data, row));
        // What is added for doubt is in rows, whatever the unit of the weights.
        double rows = data.Rows / (with + without);
        (with, without) = (with * rows, without * rows);
        (double slope, double intercept) = (0, 0);
        for (int row = 0; row < data.Rows; row++)
        {
            double target = data.Labels[row] ? (with + 1) / (with + 2) : 1 / (without + 2);
            double rest = Weight(data, row) * (line.Probability(data.Margins[row]) - target);
            slope += rest * data.Margins[row];
            intercept += rest;
        }

        return (slope, intercept);
    }

    private static double Weight(CalibrationData data, int row) => data.Weights.IsEmpty ? 1 : data.Weights[row];
}
