using System.Runtime.Intrinsics;

namespace CustomerInsight.Models.Tests;

/// <summary>Against quadrature with 30 digits (mpmath 1.3) of the integrals as the papers define them, and Tricomi's function.</summary>
public sealed class ParetoNbdPrecisionTests
{
    [Theory]
    [InlineData(.55, 10.56, .61, 11.64, 0, 39, 0.59593806959792012)]
    [InlineData(.55, 10.56, .61, 11.64, 1, 39, 0.16506240392361687)]
    [InlineData(.55, 10.56, .61, 11.64, 7, 39, 0.010604708966765264)]
    [InlineData(.55, 10.56, .61, 11.64, 60, 39, 1.0073260298292223e-8)]
    [InlineData(200, .01, .3, 50, 1_000, .5, 3.0111168588727629e-7)]
    [InlineData(1e-4, 1e5, 1e-4, 1e-4, 2, 1e5, 1.2475469309755179e-5)]
    [InlineData(1e5, 1e5, 1e5, 1e5, 3, 2, 0.059829091428396673)]
    [InlineData(.5, 1e-4, 3, 1e5, 10_000, 1e5, 5.2438247188571204e-7)]
    public void ProbabilityOf_AnyParameters_IsTheIntegral(double r, double alpha, double s, double beta, int purchases, double time, double expected) =>
        CloseTo.Relative(expected, new ParetoNbdModel(r, alpha, s, beta, TimeUnit.Week).ProbabilityOf(purchases, Duration.Weeks(time)), 2e-10);

    [Theory]
    [InlineData(.61, 50, double.PositiveInfinity, .0027, 143.08775733663386)]
    [InlineData(.61, 50, 52, .0027, 38.535609746857858)]
    [InlineData(1, 50, 52, .0027, 33.53407492482999)]
    [InlineData(2.5, 1e-4, double.PositiveInfinity, 1e-9, 6.6666666666653337e-5)]
    [InlineData(.2, 1e5, double.PositiveInfinity, 1e-9, 184411420.54982401)]
    [InlineData(64.3, 7866.5, 146, .0027, 73.335908311290023)]
    [InlineData(1e5, 1e-4, 1e5, 10, 1.0000099900997011e-9)]
    [InlineData(1e-4, 1e-4, double.PositiveInfinity, 1e-12, 996380161113.13401)]
    public void LivingTime_AnyParameters_IsTheIntegral(double s, double beta, double ahead, double rate, double expected) =>
        CloseTo.Relative(expected, LivingTime.Of(s, Vector512.Create(beta), ahead, rate).ToScalar(), 1e-12);

    [Theory]
    [InlineData(1e-4, 1e-4, 1e5, 1e5, 10_000, 1, 99_999, 184432.16366981816)]
    [InlineData(1e5, 1e5, 1e-4, 1e-4, 3, 2, 1e5, 69304.570162638005)]
    [InlineData(.5, 1e-4, .5, 1e5, 0, 0, 1e5, -4.4720359557449354e-5)]
    [InlineData(.5, 1e5, .5, 1e-4, 0, 0, 1e5, 10.708161787893621)]
    [InlineData(3, 20, 2, 20, 4, 10, 30, 3.0832243973762801)]
    [InlineData(.5, 10, .6, 11, 5, 38.99999988079071044921875, 39, -20.365233773475213)]
    [InlineData(1e5, 1e-4, 1e5, 1e5, 2, 5, 5.0009765625, 9.6267418990056331)]
    public void LogOddsOfHavingLeft_AnyParameters_AreTheIntegrals(double r, double alpha, double s, double beta, int purchases, double active, double tenure, double expected) =>
        Assert.Equal(expected, new ParetoNbdState(r, alpha, s, beta).LogOddsOfHavingLeft(purchases, active, tenure), 1e-12 * Math.Max(1, Math.Abs(expected)));

    [Fact]
    public void LogOddsOfHavingLeft_Neighbours_DoNotChangeALane()
    {
        var purchases = Vector512.Create(0.0, 1, 2, 0, 900, 3, 10_000, 0);
        var active = Vector512.Create(0, 3.0, 39, 0, 38, 1, 20, 0);
        var tenure = Vector512.Create(39, 30.0, 39, 1e-3, 39, 1e5, 21, 1e5);
        var state = new ParetoNbdState(.55, 10.56, .61, 11.64);
        Vector512<double> together = state.LogOddsOfHavingLeft(purchases, active, tenure);

        for (int lane = 0; lane < Vector512<double>.Count; lane++)
        {
            Assert.Equal(state.LogOddsOfHavingLeft((int)purchases[lane], active[lane], tenure[lane]), together[lane]);
        }
    }
}
