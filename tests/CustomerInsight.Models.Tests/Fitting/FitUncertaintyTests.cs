namespace CustomerInsight.Models.Tests;

public sealed class FitUncertaintyTests
{
    private static readonly SearchResult Found = new([0.5, -1], 3, SearchStatus.Converged, 7);

    [Fact]
    public void Of_Quadratic_InvertsItsMatrixAndCarriesItToTheParameters()
    {
        // Of 10 customers: information [[20, 10], [10, 40]], inverse [[40, −10], [−10, 20]] / 700.
        var uncertainty = FitUncertainty.Of(new Bowl(2, 1, 4), Found, 10, [new("one", 7), new("two", IsLog: false)]);

        double one = 7 * Math.Exp(0.5);
        CloseTo.Relative(one, uncertainty.Parameters[0].Value, 1e-15);
        CloseTo.Relative(one * Math.Sqrt(40.0 / 700), uncertainty.Parameters[0].StandardError!.Value, 1e-9);
        CloseTo.Relative(one * Math.Exp(-1.959963984540054 * Math.Sqrt(40.0 / 700)), uncertainty.Parameters[0].Low!.Value, 1e-9);
        CloseTo.Relative(one * Math.Exp(1.959963984540054 * Math.Sqrt(40.0 / 700)), uncertainty.Parameters[0].High!.Value, 1e-9);
        CloseTo.Relative(-1, uncertainty.Parameters[1].Value, 1e-15);
        CloseTo.Relative(-1 + (1.959963984540054 * Math.Sqrt(20.0 / 700)), uncertainty.Parameters[1].High!.Value, 1e-9);
        CloseTo.Relative(-10 * one / 700, uncertainty.Covariance![0, 1], 1e-9);
        CloseTo.Relative(-10 / Math.Sqrt(800), uncertainty.Covariance.Correlation(1, 0), 1e-9);
        Assert.Empty(uncertainty.Warnings);
    }

    [Theory]
    [InlineData(2, 2.0000001, "weakly-identified", true)] // along (1, −1) hardly any curvature: neither parameter is determined, their sum is
    [InlineData(2, 2, "weakly-identified", false)]
    [InlineData(-2, 0, "weakly-identified", false)]
    public void Of_FlatDirection_NamesTheParametersAndClaimsNoErrorsWhereThereIsNone(double diagonal, double other, string code, bool positive)
    {
        // 2 and 2.0000001 have the product 4.0000002, so the matrix is just positive definite.
        var uncertainty = FitUncertainty.Of(new Bowl(diagonal, 2, positive ? other : diagonal), Found, 10, [new("one"), new("two")]);

        FitWarning warning = Assert.Single(uncertainty.Warnings);
        Assert.Equal(code, warning.Code);
        Assert.Contains("one and two", warning.Message, StringComparison.Ordinal);
        Assert.Equal(positive, uncertainty.Covariance is not null);
        Assert.Equal(positive, uncertainty.Parameters.All(parameter => parameter.StandardError > 1));
    }

    [Fact]
    public void Of_NotConverged_GivesTheParametersAlone()
    {
        var uncertainty = FitUncertainty.Of(new Bowl(2, 1, 4), Found with { Status = SearchStatus.NoProgress }, 10, [new("one"), new("two")]);

        Assert.Equal(["no-progress"], uncertainty.Warnings.Select(warning => warning.Code));
        Assert.Null(uncertainty.Covariance);
        Assert.All(uncertainty.Parameters, parameter => Assert.Null(parameter.StandardError));
    }

    [Fact]
    public void Covariance_WrongShape_SaysWhatIsExpected()
    {
        Assert.Contains("2 × 2", Assert.Throws<ArgumentException>(() => new ParameterCovariance(["a", "b"], [1, 2, 3])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new ParameterCovariance(["a", "b"], [1, 2, 3, 4]));
        Assert.Throws<ArgumentException>(() => new ParameterCovariance(["a"], [double.NaN]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ParameterCovariance(["a"], [1])[0, 1]);
        Assert.Equal(new ParameterCovariance(["a"], [1]), new ParameterCovariance(["a"], [1]));
    }

    /// <summary>½ xᵀ [[a, b], [b, c]] x about the point found.</summary>
    private sealed class Bowl(double a, double b, double c) : IObjective
    {
        public double Evaluate(ReadOnlySpan<double> point, Span<double> gradient)
        {
            double x = point[0] - Found.Point[0];
            double y = point[1] - Found.Point[1];
            gradient[0] = (a * x) + (b * y);
            gradient[1] = (b * x) + (c * y);
            return 3 + (((gradient[0] * x) + (gradient[1] * y)) / 2);
        }
    }
}
