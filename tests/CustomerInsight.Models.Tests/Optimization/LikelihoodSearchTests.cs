namespace CustomerInsight.Models.Tests;

public sealed class LikelihoodSearchTests
{
    private static readonly double[][] Starts = [[0, 0], [3, -3]];

    [Fact]
    public void Minimize_WithASample_NeedsFewPassesOverAllData()
    {
        var full = new Counted(new Valley(1, 2, 0));
        var sample = new Counted(new Valley(1.01, 1.99, 0));

        SearchResult found = LikelihoodSearch.Minimize(full, sample, Starts, false, 100, default);

        Assert.Equal(SearchStatus.Converged, found.Status);
        Assert.Equal(1, found.Point[0], 1e-7);
        Assert.Equal(2, found.Point[1], 1e-7);
        Assert.InRange(full.Evaluations, 1, 8);
        Assert.True(sample.Evaluations > full.Evaluations);
    }

    [Fact]
    public void Minimize_WithASampleOfSomethingElse_StillFindsTheEnd()
    {
        SearchResult found = LikelihoodSearch.Minimize(new Valley(1, 2, 0), new Valley(-4, 7, 0), Starts, false, 100, default);

        Assert.Equal(SearchStatus.Converged, found.Status);
        Assert.Equal(1, found.Point[0], 1e-7);
        Assert.Equal(2, found.Point[1], 1e-7);
    }

    [Theory]
    [InlineData(1e2)]
    [InlineData(1e5)]
    [InlineData(1e7)] // the value is rounded to 2e-9, while a gradient of 1e-8 is 1e-16 above the least value
    public void Minimize_ValueOfCoarseRounding_IsLedToTheEndByTheSlope(double height)
    {
        SearchResult found = LikelihoodSearch.Minimize(new Valley(1, 2, height), null, Starts, false, 100, default);

        Assert.Equal(SearchStatus.Converged, found.Status);
        Assert.Equal(1, found.Point[0], 1e-7);
        Assert.Equal(2, found.Point[1], 1e-7);
    }

    [Fact]
    public void Minimize_ARidgeBeforeABetterPlace_TakesTheBetterPlace()
    {
        // Falls towards −∞ on the left, where the first start leads, but has its minimum on the right.
        var ridge = new OneDimension(
            x => x < 0 ? Math.Exp(x) : 1 - (3 * x * x * Math.Exp(-x)),
            x => x < 0 ? Math.Exp(x) : -3 * ((2 * x) - (x * x)) * Math.Exp(-x));

        SearchResult found = LikelihoodSearch.Minimize(ridge, null, [[-1], [1.5]], false, 200, default);

        Assert.Equal(SearchStatus.Converged, found.Status);
        Assert.Equal(2, found.Point[0], 1e-6);
    }

    [Fact]
    public void Minimize_NoStartConverges_SaysSoAndKeepsTheBest()
    {
        SearchResult found = LikelihoodSearch.Minimize(new Valley(1, 2, 0), new Valley(1.5, 2, 0), Starts, false, 1, default);

        Assert.Equal(SearchStatus.IterationLimit, found.Status);
        Assert.True(found.Value < new Valley(1, 2, 0).Evaluate(Starts[0], new double[2]));
    }

    [Fact]
    public void Hessian_OfAFunctionOfKnownSecondDerivatives_IsThemSymmetric()
    {
        double[,] hessian = Hessian.At(new Valley(1, 2, 0), [0.3, 0.4])!;

        double shared = Math.Exp(0.3 - 1 + (0.4 - 2));
        double own = Math.Exp(-(0.3 - 1) - (2 * (0.4 - 2)));
        CloseTo.Relative(shared + own, hessian[0, 0], 1e-6);
        CloseTo.Relative(shared + (2 * own), hessian[0, 1], 1e-6);
        Assert.Equal(hessian[0, 1], hessian[1, 0]);
        CloseTo.Relative(shared + (4 * own) + 1, hessian[1, 1], 1e-6);
        Assert.Null(Hessian.At(new OneDimension(_ => double.PositiveInfinity, _ => 0), [0]));
    }

    /// <summary>Bent and oblique, with its minimum at a point of choice: e^(u+v) + e^(−u−2v) + v²/2 + v, u and v measured from there.</summary>
    private sealed class Valley(double x, double y, double height) : IObjective
    {
        public double Evaluate(ReadOnlySpan<double> point, Span<double> gradient)
        {
            double u = point[0] - x;
            double v = point[1] - y;
            double shared = Math.Exp(u + v);
            double own = Math.Exp(-u - (2 * v));
            gradient[0] = shared - own;
            gradient[1] = shared - (2 * own) + v + 1;
            return height + shared + own + (v * v / 2) + v;
        }
    }

    private sealed class OneDimension(Func<double, double> value, Func<double, double> slope) : IObjective
    {
        public double Evaluate(ReadOnlySpan<double> point, Span<double> gradient)
        {
            gradient[0] = slope(point[0]);
            return value(point[0]);
        }
    }

    private sealed class Counted(IObjective inner) : IObjective
    {
        public int Evaluations { get; private set; }

        public double Evaluate(ReadOnlySpan<double> point, Span<double> gradient)
        {
            Evaluations++;
            return inner.Evaluate(point, gradient);
        }
    }
}
