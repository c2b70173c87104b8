namespace CustomerInsight.Models.Tests;

public sealed class CalibratedModelTests
{
    private static readonly ClassificationData Data = LogisticDefinition.Rows(500, 4, 31);

    private static readonly LogisticModel Model = new LogisticEstimator().Fit(Data).Model!;

    public static TheoryData<int> Calibrations => [0, 1, 2, 3];

    [Theory]
    [MemberData(nameof(Calibrations))]
    public void Contributions_AnyCalibration_AddUpAndKeepTheirDirection(int which)
    {
        ICalibration calibration = At(which);
        var calibrated = new CalibratedModel(Model, calibration);
        double[] margins = new double[Data.Rows];
        double[] plain = new double[Data.Rows * 4];
        double[] contributions = new double[Data.Rows * 4];
        calibrated.Margins(Data.Features, margins);
        Model.Contributions(Data.Features, plain);
        calibrated.Contributions(Data.Features, contributions);
        for (int row = 0; row < Data.Rows; row++)
        {
            Assert.Equal(calibration.LogOdds(Model.Margin(Data.Features.Row(row))), margins[row], 1e-12);
            Assert.Equal(margins[row], calibrated.Baseline + contributions.AsSpan(row * 4, 4).ToArray().Sum(), 1e-9);
            for (int column = 0; column < 4; column++)
            {
                Assert.True(contributions[(row * 4) + column] * plain[(row * 4) + column] >= 0);
            }
        }
    }

    /// <summary>A row at the means has nothing to add up, and no number that is none.</summary>
    [Theory]
    [MemberData(nameof(Calibrations))]
    public void Contributions_RowAtTheMeans_AreNought(int which)
    {
        var calibrated = new CalibratedModel(Model, At(which));
        double[] contributions = new double[4];

        calibrated.Contributions(FeatureMatrix.Create(Model.Columns, [.. Model.Coefficients.Select(static one => one.Mean)]), contributions);

        Assert.All(contributions, static contribution => Assert.Equal(0, contribution));
    }

    /// <summary>Steps as narrow as the distance of the rows, chances that are certain, and rows whose columns cancel.</summary>
    [Theory]
    [InlineData(1e-7, 0.1, 0.9)]
    [InlineData(1e-7, 0, 1)]
    [InlineData(0.5, 0, 0.3)]
    [InlineData(1e-12, 0.4, 1)]
    public void Contributions_SteepOrCertainSteps_AddUpToFiniteMargins(double end, double low, double high)
    {
        LogisticModel two = new(0, [new LogisticCoefficient("a", 1), new LogisticCoefficient("b", 1)]);
        double[] values = [0, end, 0, 0, end / 2, 0, 3, -3, 3, end - 3, -4, 0, 5, 0, 1e-14, end];
        var rows = FeatureMatrix.Create(["a", "b"], values);
        var calibrated = new CalibratedModel(two, new IsotonicCalibration([0, end], [low, high]));
        double[] margins = new double[rows.Rows];
        double[] contributions = new double[values.Length];

        calibrated.Margins(rows, margins);
        calibrated.Contributions(rows, contributions);

        Assert.True(double.IsFinite(calibrated.Baseline));
        for (int row = 0; row < rows.Rows; row++)
        {
            Assert.True(double.IsFinite(margins[row]));
            Assert.Equal(calibrated.Calibration.Probability(two.Margin(rows.Row(row))), ClassificationModelExtensions.Logistic(margins[row]), 1e-12);
            Assert.Equal(margins[row], calibrated.Baseline + contributions[2 * row] + contributions[(2 * row) + 1], 1e-9);
            Assert.InRange(Math.Abs(contributions[2 * row]), 0, 5_000);
        }
    }

    [Fact]
    public void LogOdds_LineOfSlopeNought_IsTheSameAtInfinity()
    {
        Assert.Equal(2, new PlattCalibration(0, 2).LogOdds(double.PositiveInfinity));
        Assert.Equal(double.NaN, new PlattCalibration(0, 2).LogOdds(double.NaN));
    }

    [Fact]
    public void Equals_SameModelAndCalibration_IsTrue()
    {
        Assert.Equal(new CalibratedModel(Model, new PlattCalibration(2, 1)), new CalibratedModel(Model, new PlattCalibration(2, 1)));
        Assert.NotEqual(new CalibratedModel(Model, new PlattCalibration(2, 1)), new CalibratedModel(Model, new PlattCalibration(2, 2)));
    }

    private static ICalibration At(int which) => which switch
    {
        0 => new PlattCalibration(0.6, -0.3),
        1 => new IsotonicCalibrator().Fit(CalibratorTests.Rows(2_000, 8)).Model!,
        2 => new PriorCorrection(-1),
        _ => new Cube(),
    };

    /// <summary>A host's own calibration.</summary>
    internal sealed class Cube : ICalibration
    {
        public double LogOdds(double margin) => margin * margin * margin;

        public double Probability(double margin) => ClassificationModelExtensions.Logistic(LogOdds(margin));
    }
}
