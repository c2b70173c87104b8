using System.Text.Json;

namespace CustomerInsight.Models.Tests;

/// <summary>Forty scores with ties, calibrated by scikit-learn.</summary>
public sealed class CalibrationReferenceTests
{
    [SharedFact]
    public void Platt_Fixture_IsScikitLearn()
    {
        using JsonDocument fixture = Fixture();

        PlattCalibration line = new PlattCalibrator().Fit(Data(fixture)).Model!;

        Assert.Equal(-fixture.RootElement.GetProperty("platt_a").GetDouble(), line.Slope, 1e-6);
        Assert.Equal(-fixture.RootElement.GetProperty("platt_b").GetDouble(), line.Intercept, 1e-6);
        Equal(Numbers(fixture.RootElement.GetProperty("platt")), Numbers(fixture.RootElement.GetProperty("score")).Select(line.Probability), 1e-7);
    }

    [SharedFact]
    public void Isotonic_Fixture_IsScikitLearn()
    {
        using JsonDocument fixture = Fixture();

        IsotonicCalibration steps = new IsotonicCalibrator(new IsotonicOptions { KeepsCertainty = true }).Fit(Data(fixture)).Model!;

        JsonElement thresholds = fixture.RootElement.GetProperty("isotonic_thresholds");
        Equal(Numbers(thresholds[0]), steps.Margins, 0);
        Equal(Numbers(thresholds[1]), steps.Probabilities, 1e-15);
        Equal(Numbers(fixture.RootElement.GetProperty("isotonic")), Numbers(fixture.RootElement.GetProperty("score")).Select(steps.Probability), 1e-15);
    }

    private static JsonDocument Fixture() => JsonDocument.Parse(File.ReadAllText(SharedData.Path("reference", "churn", "metrics_fixture.json")));

    private static CalibrationData Data(JsonDocument fixture) =>
        CalibrationData.Create(Numbers(fixture.RootElement.GetProperty("score")), [.. Numbers(fixture.RootElement.GetProperty("y")).Select(static y => y > 0)]);

    private static double[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(static one => one.GetDouble())];

    private static void Equal(double[] expected, IEnumerable<double> actual, double tolerance)
    {
        double[] found = [.. actual];
        Assert.Equal(expected.Length, found.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], found[i], tolerance);
        }
    }
}
