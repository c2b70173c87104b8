namespace CustomerInsight.Models.Tests;

/// <summary>What is wrong with data is named.</summary>
public sealed class LogisticProblemsTests
{
    private static readonly ClassificationData Data = LogisticDefinition.Rows(400, 3, 17);

    private static readonly LogisticEstimator MaximumLikelihood = new(new LogisticOptions { Penalty = LogisticPenalty.None });

    [Fact]
    public void Fit_PlainData_WarnsOfNothing()
    {
        Assert.Empty(MaximumLikelihood.Fit(Data).Report.Warnings);
        Assert.Empty(new LogisticEstimator().Fit(Data).Report.Warnings);
    }

    [Fact]
    public void Fit_ConstantColumn_IsNamedAndLeftOut()
    {
        FitResult<LogisticModel> fit = MaximumLikelihood.Fit(LogisticDefinition.With(Data, "same", static _ => 1e9 + 0.1));

        Assert.True(fit.Report.Converged);
        Warned(fit, "constant-column", "'same'");
        Assert.Equal(0, fit.Model!.Coefficients[3].Value);
        Assert.Null(fit.Model.Coefficients[3].StandardError);
        Assert.Equal(MaximumLikelihood.Fit(Data).Model!.Statistics!.Aic, fit.Model.Statistics!.Aic, 1e-9);
    }

    [Fact]
    public void Fit_AllColumnsConstant_IsTheShareOfEvents()
    {
        var data = ClassificationData.Create(Points.Matrix([2, 2, 2, 2], 1), [true, false, false, false]);

        FitResult<LogisticModel> fit = new LogisticEstimator().Fit(data);

        Assert.Equal(0.25, fit.Model!.Probability([2]), 1e-12);
        Assert.Null(fit.Model.Statistics!.Test);
    }

    [Fact]
    public void Fit_ColumnThatFollowsFromOthers_IsNamed()
    {
        ClassificationData data = LogisticDefinition.With(Data, "sum", static row => Data.Features.Row(row)[0] - (3 * Data.Features.Row(row)[2]) + 7);

        FitResult<LogisticModel> plain = MaximumLikelihood.Fit(data);
        FitResult<LogisticModel> penalized = new LogisticEstimator().Fit(data);

        Warned(plain, "collinear-columns", "'sum' follows from 'f0' and 'f2'");
        Assert.Equal(0, plain.Model!.Coefficients[3].Value);
        Assert.Equal(MaximumLikelihood.Fit(Data).Model!.Statistics!.LogLikelihood, plain.Model.Statistics!.LogLikelihood, 1e-9);
        Warned(penalized, "collinear-columns", "'sum' from 'f0' and 'f2'");
        Assert.NotEqual(0, penalized.Model!.Coefficients[3].Value);
    }

    [Theory]
    [InlineData(LogisticPenalty.None)]
    [InlineData(LogisticPenalty.L2)]
    public void Fit_ColumnThatTellsAll_IsNamed(LogisticPenalty penalty)
    {
        FitResult<LogisticModel> fit = new LogisticEstimator(new LogisticOptions { Penalty = penalty }).Fit(LogisticDefinition.With(Data, "ended", static row => Data.Labels[row] ? 5 + row : row / 1_000.0));

        Warned(fit, "separating-column", "'ended' alone tells all rows");
        Assert.Equal(penalty == LogisticPenalty.L2, fit.Report.Converged);
        Assert.Equal(penalty == LogisticPenalty.None, fit.Report.Warnings.Any(static warning => warning.Code == "separation" && warning.Message.Contains("'ended'", StringComparison.Ordinal)));
        Assert.All(fit.Model!.Coefficients, static one => Assert.Null(one.StandardError));
    }

    /// <summary>Some customers have a mark, and all of these have left.</summary>
    [Fact]
    public void Fit_MarkOfOneKindOnly_IsNamed()
    {
        FitResult<LogisticModel> fit = MaximumLikelihood.Fit(LogisticDefinition.With(Data, "mark", static row => Data.Labels[row] && row % 5 == 0 ? 1 : 0));

        Assert.Equal(FitStatus.NotConverged, fit.Report.Status);
        Warned(fit, "separating-column", "'mark'");
        FitWarning separation = Assert.Single(fit.Report.Warnings, static warning => warning.Code == "separation");
        Assert.Contains("Together, 'mark' tell", separation.Message, StringComparison.Ordinal);
    }

    /// <summary>No column alone parts the kinds, but two do together.</summary>
    [Fact]
    public void Fit_ColumnsThatTellTogether_AreNamed()
    {
        var random = new SeededRandom(4);
        double[] values = [.. Enumerable.Range(0, 400).Select(_ => (random.NextDouble() * 10) - 5)];
        bool[] labels = [.. Enumerable.Range(0, 200).Select(row => values[2 * row] + values[(2 * row) + 1] > 0)];

        FitResult<LogisticModel> fit = MaximumLikelihood.Fit(ClassificationData.Create(Points.Matrix(values, 2), labels));

        Warned(fit, "separation", "'f0' and 'f1'");
        Assert.DoesNotContain(fit.Report.Warnings, static warning => warning.Code == "separating-column");
        Assert.True(new LogisticEstimator().Fit(ClassificationData.Create(Points.Matrix(values, 2), labels)).Report.Converged);
    }

    [Fact]
    public void Fit_NumberOfTheCustomer_IsNamed() =>
        Warned(new LogisticEstimator().Fit(LogisticDefinition.With(Data, "number", static row => 70_000 + ((row * 7_919) % 400_000))), "identifier-column", "'number'");

    [Fact]
    public void Fit_FewEventsForTheColumns_IsSaid() => Warned(MaximumLikelihood.Fit(LogisticDefinition.Rows(60, 4, 2)), "few-events", "4 columns");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Fit_OneKindOnly_IsRefused(bool events)
    {
        FitResult<LogisticModel> fit = new LogisticEstimator().Fit(ClassificationData.Create(Points.Matrix([1, 2, 3], 1), [events, events, events]));

        Assert.Null(fit.Model);
        Assert.Equal(FitStatus.TooLittleData, fit.Report.Status);
        Warned(fit, "one-class", events ? "every row" : "no row");
    }

    [Fact]
    public void Fit_NoRows_IsRefused() => Warned(new LogisticEstimator().Fit(ClassificationData.Create(Points.Matrix([], 2), [])), "no-rows", "no rows");

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Fit_ValueThatIsNoNumber_NamesRowAndColumn(double value)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new LogisticEstimator().Fit(LogisticDefinition.With(Data, "gap", row => row is 211 or 300 ? value : row)));

        Assert.Contains("'gap' of row 211, and of 2 of 400 rows in all,", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_AllMissing_SaysSo() =>
        Assert.Contains("'gap' of all rows", Assert.Throws<ArgumentException>(() => new LogisticEstimator().Fit(LogisticDefinition.With(Data, "gap", static _ => double.NaN))).Message, StringComparison.Ordinal);

    [Fact]
    public void Fit_Categories_AreRefused()
    {
        ClassificationData data = LogisticDefinition.With(Data, "city", static row => row % 7);

        ArgumentException error = Assert.Throws<ArgumentException>(() => new LogisticEstimator().Fit(ClassificationData.Create(data.Features, data.Labels.ToArray(), null, ["city"])));

        Assert.Contains("'city'", error.Message, StringComparison.Ordinal);
    }

    /// <summary>Few rows of few different numbers, where columns are constant, follow from each other or part the kinds in every way: a fit ends at the lowest point, or says that there is none.</summary>
    [Fact]
    public void Fit_AnySmallData_EndsOrSaysWhyNot() => Prop.ForAll(Gen.Choose(1, int.MaxValue).ToArbitrary(), Gen.Elements(Enum.GetValues<LogisticPenalty>()).ToArbitrary(), (seed, penalty) =>
    {
        var random = new SeededRandom((ulong)seed);
        int columns = 1 + random.Next(5);
        int rows = 2 + random.Next(14);
        var data = ClassificationData.Create(
            Points.Matrix([.. Enumerable.Range(0, rows * columns).Select(_ => (double)random.Next(3))], columns),
            [.. Enumerable.Range(0, rows).Select(row => row == 0 || (row > 1 && random.Next(2) == 0))]);
        var options = new LogisticOptions { Penalty = penalty, PenaltyStrength = Math.Pow(10, random.Next(5) - 3) };

        FitResult<LogisticModel> fit = new LogisticEstimator(options).Fit(data);

        Assert.All(fit.Model!.Coefficients, static one => Assert.True(double.IsFinite(one.Value)));
        Assert.Equal(fit.Report.Converged, !fit.Report.Warnings.Any(static warning => warning.Code is "separation" or "not-converged"));
        Assert.DoesNotContain(fit.Report.Warnings, static warning => warning.Code == "not-converged");
        Assert.True(fit.Report.Converged || penalty == LogisticPenalty.None);
        if (penalty == LogisticPenalty.None)
        {
            bool parted = Separability.IsSeparable(data);
            Assert.Equal(parted, !fit.Report.Converged);
        }
    }).Check(Quick.Tests(400));

    [Fact]
    public void Options_OutOfRange_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new LogisticEstimator(new LogisticOptions { PenaltyStrength = 0 }));
        Assert.Throws<ArgumentException>(() => new LogisticEstimator(new LogisticOptions { Penalty = (LogisticPenalty)9 }));
        Assert.Throws<ArgumentException>(() => new LogisticEstimator(new LogisticOptions { L1Ratio = double.NaN }));
    }

    private static void Warned(FitResult<LogisticModel> fit, string code, string words) =>
        Assert.Contains(words, Assert.Single(fit.Report.Warnings, warning => warning.Code == code).Message, StringComparison.Ordinal);
}
