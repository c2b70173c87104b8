namespace CustomerInsight.Models.Tests;

public sealed class BfgsTests
{
    private sealed class Function(Func<double[], (double Value, double[] Gradient)> evaluate) : IObjective
    {
        public double Evaluate(ReadOnlySpan<double> point, Span<double> gradient)
        {
            (double value, double[] slope) = evaluate(point.ToArray());
            slope.CopyTo(gradient);
            return value;
        }
    }

    private static readonly Function Rosenbrock = new(p => (
        Math.Pow(1 - p[0], 2) + (100 * Math.Pow(p[1] - (p[0] * p[0]), 2)),
        [(-2 * (1 - p[0])) - (400 * p[0] * (p[1] - (p[0] * p[0]))), 200 * (p[1] - (p[0] * p[0]))]));

    [Theory]
    [InlineData(-1.2, 1)]
    [InlineData(5, -3)]
    [InlineData(1, 1)]
    public void Minimize_Rosenbrock_FindsTheValleysEnd(double x, double y)
    {
        SearchResult found = new Bfgs(500).Minimize(Rosenbrock, [x, y], default);

        Assert.Equal(SearchStatus.Converged, found.Status);
        Assert.Equal(1, found.Point[0], 1e-7);
        Assert.Equal(1, found.Point[1], 1e-7);
    }

    [Fact]
    public void Minimize_IterationsRunOut_DoesNotClaimToHaveConverged()
    {
        SearchResult found = new Bfgs(5).Minimize(Rosenbrock, [-1.2, 1], default);

        Assert.Equal((SearchStatus.IterationLimit, 5), (found.Status, found.Iterations));
        Assert.True(found.Value < 24);
    }

    [Fact]
    public void Minimize_StartWithoutValue_SaysSo() =>
        Assert.Equal(SearchStatus.NotFinite, new Bfgs(5).Minimize(new Function(_ => (double.NaN, [0])), [1], default).Status);

    [Fact]
    public void Minimize_GradientThatLies_GivesUpWithoutThrowing() =>
        Assert.Equal(SearchStatus.NoProgress, new Bfgs(100).Minimize(new Function(p => (p[0], [-1])), [1], default).Status);

    [Fact]
    public void Minimize_WallBesideTheMinimum_StaysOnItsSide()
    {
        var walled = new Function(p => p[0] < 0.5 ? (double.PositiveInfinity, [0]) : (p[0] - Math.Log(p[0] - 0.4), [1 - (1 / (p[0] - 0.4))]));

        SearchResult found = new Bfgs(100).Minimize(walled, [9], default);

        Assert.Equal(SearchStatus.Converged, found.Status);
        Assert.Equal(1.4, found.Point[0], 1e-6);
    }

    [Fact]
    public void Minimize_Cancelled_Stops() =>
        Assert.Throws<OperationCanceledException>(() => new Bfgs(5).Minimize(Rosenbrock, [-1.2, 1], new CancellationToken(true)));

    [Fact]
    public void MultiStart_FirstStartFails_TakesTheNext()
    {
        var half = new Function(p => p[0] < 0 ? (double.NaN, [0]) : (Math.Pow(p[0] - 2, 2), [2 * (p[0] - 2)]));

        SearchResult found = MultiStart.Minimize(half, [[-1], [5]], 100, default);

        Assert.Equal(SearchStatus.Converged, found.Status);
        Assert.Equal(2, found.Point[0], 1e-7);
    }

    [Fact]
    public void MultiStart_NoneConverges_KeepsTheBest()
    {
        SearchResult found = MultiStart.Minimize(Rosenbrock, [[-1.2, 1], [1.1, 1.2]], 2, default);

        Assert.Equal(SearchStatus.IterationLimit, found.Status);
        Assert.True(found.Value < 0.1);
    }
}
