namespace CustomerInsight.Models.Tests;

/// <summary>Numbers of R's survival 3.5-3 and lifelines 0.30.1, which agree (reference/statistics.md, 2.3).</summary>
public sealed class KaplanMeierReferenceTests
{
    [SharedFact]
    public void Waltons_AllRows_IsRs()
    {
        SurvivalEstimate estimate = KaplanMeier.Estimate(SurvivalSets.Waltons);

        Assert.Equal(163, estimate.Rows);
        Assert.Equal(156, estimate.EventCount);
        Assert.Equal(56, estimate.Median);
        Assert.Equal(new TimeInterval(53, 58), estimate.MedianInterval);
        Assert.Equal(0.993865030675, estimate.Curve.At(6), 1e-12);
        Assert.Equal(0.913650306748, estimate.Curve.At(19), 1e-12);
        Assert.Equal(0.802530674847, estimate.Curve.At(33), 1e-12);
        Assert.Equal(0.672891104294, estimate.Curve.At(45), 1e-12);
        Assert.Equal(0.014340509102, estimate.Curve.At(69), 1e-12);
        SurvivalPoint at = estimate.At(56);
        Assert.Equal(0.429902649966, at.Survival, 1e-12);
        Assert.Equal(0.039010004839, at.StandardError, 1e-12);
        Assert.Equal(0.352689004819, at.Low, 1e-12);
        Assert.Equal(0.504679609233, at.High, 1e-12);
        Assert.Equal(50.13396932318564, estimate.RestrictedMean(75).Mean, 1e-12);
    }

    [SharedFact]
    public void Waltons_ByGroup_IsRs()
    {
        SurvivalByGroup groups = KaplanMeier.ByGroup(SurvivalSets.Waltons, SurvivalSets.WaltonsGroups);

        Assert.Equal(58, groups["control"]!.Median);
        Assert.Equal(new TimeInterval(56, 60), groups["control"]!.MedianInterval);
        Assert.Equal(26, groups["miR-137"]!.Median);
        Assert.Equal(new TimeInterval(19, 29), groups["miR-137"]!.MedianInterval);
        Assert.Null(groups["other"]);
        Assert.Contains("control", groups.Describe(), StringComparison.Ordinal);
    }

    [SharedFact]
    public void Leukemia_ByTreatment_IsRs()
    {
        SurvivalByGroup groups = KaplanMeier.ByGroup(SurvivalSets.Leukemia, SurvivalSets.LeukemiaGroups);
        SurvivalEstimate treated = groups["0"]!;

        Assert.Equal(23, treated.Median);
        Assert.Equal(new TimeInterval(13, double.PositiveInfinity), treated.MedianInterval);
        Assert.Equal(8, groups["1"]!.Median);
        Assert.Equal(new TimeInterval(4, 11), groups["1"]!.MedianInterval);
        Assert.Equal(0.857142857143, treated.Curve.At(6), 1e-12);
        Assert.Equal(0.752941176471, treated.Curve.At(10), 1e-12);
        Assert.Equal(0.537815126050, treated.Curve.At(22), 1e-12);
        Assert.Equal(0.448179271709, treated.Curve.At(23), 1e-12);
    }

    [SharedFact]
    public void Lung_OnEachScale_IsRs()
    {
        SurvivalTimes lung = SurvivalSets.Lung(out string[] sex, out _);
        SurvivalEstimate estimate = KaplanMeier.Estimate(lung);

        Assert.Equal(228, estimate.Rows);
        Assert.Equal(165, estimate.EventCount);
        Assert.Equal(310, estimate.Median);
        Assert.Equal(new TimeInterval(284, 361), estimate.MedianInterval);
        Assert.Equal(new TimeInterval(285, 363), KaplanMeier.Estimate(lung, interval: SurvivalInterval.Log).MedianInterval);
        Assert.Equal(0.409241624460, estimate.At(365).Survival, 1e-12);
        Assert.Equal(0.035823638172, estimate.At(365).StandardError, 1e-12);
        SurvivalByGroup bySex = KaplanMeier.ByGroup(lung, sex);
        Assert.Equal([270, 426], bySex.Groups.Select(static group => group.Estimate.Median));
    }

    [SharedFact]
    public void Rossi_MoreThanHalfStay_HasNoMedian()
    {
        SurvivalEstimate estimate = KaplanMeier.Estimate(SurvivalSets.Rossi);

        Assert.Equal(0.736111111111, estimate.At(52).Survival, 1e-12);
        Assert.Equal(0.021205101981, estimate.At(52).StandardError, 1e-12);
        Assert.Equal([23, 42, 50], new[] { 0.1, 0.2, 0.25 }.Select(estimate.Quantile));
        Assert.Equal(double.PositiveInfinity, estimate.Median);
    }

    [SharedFact]
    public void NelsonAalen_Waltons_IsRs()
    {
        Assert.Equal(3.923491902708, NelsonAalen.Estimate(SurvivalSets.Waltons).CumulativeHazards[^1], 1e-12);
        Assert.Equal(5.021337029537, NelsonAalen.Estimate(SurvivalSets.Waltons, ties: true).CumulativeHazards[^1], 1e-12);
    }

    [Fact]
    public void Median_HalfIsReachedExactly_IsTheMiddle() =>
        Assert.Equal(2.5, KaplanMeier.Estimate(SurvivalTimes.Create([1, 2, 3, 4], [true, true, true, true])).Median);
}
