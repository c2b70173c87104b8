namespace CustomerInsight;

public sealed class QualityWeightsTests
{
    private static readonly Contender Full = Contenders.Of("1", "x", "y", day: 1, trustRank: 1, filledFields: 4);
    private static readonly Contender Recent = Contenders.Of("2", "x", null, day: 11, trustRank: 0, filledFields: 2);
    private static readonly Contender Rejected = Contenders.Of("3", "x", "n/a", trustRank: 3, filledFields: 4);
    private static readonly Contender[] All = [Full, Recent, Rejected];

    [Fact]
    public void Scores_EachPartAlone_IsWhatItSays()
    {
        Assert.Equal([1, 0.5, 1], Alone(new QualityWeights { Recency = 0, Trust = 0, Validity = 0 }));
        Assert.Equal([0.25, 1, 0], Alone(new QualityWeights { Completeness = 0, Trust = 0, Validity = 0, HalfLifeDays = 5 }));
        Assert.Equal([0.5, 1, 0.25], Alone(new QualityWeights { Completeness = 0, Recency = 0, Validity = 0 }));
        Assert.Equal([1, 1, 0.5], Alone(new QualityWeights { Completeness = 0, Recency = 0, Trust = 0 }));
        Assert.Equal([0, 0, 0], Alone(new QualityWeights { Completeness = 0, Recency = 0, Trust = 0, Validity = 0 }));

        static IEnumerable<double> Alone(QualityWeights weights) => weights.Scores(All);
    }

    [Fact]
    public void Scores_AllParts_IsTheirWeightedMean()
    {
        var weights = new QualityWeights { Completeness = 1, Recency = 2, Trust = 3, Validity = 4, HalfLifeDays = 5 };

        Assert.Equal([(1 + (2 * 0.25) + (3 * 0.5) + 4) / 10, (0.5 + 2 + 3 + 4) / 10, (1 + 0 + 0.75 + 2) / 10], weights.Scores(All));
    }

    [Fact]
    public void QualityWeighted_Contenders_TakesTheHighestScoreAndTheFirstOfEquals()
    {
        Assert.Equal(1, Survivorship.QualityWeighted(new QualityWeights { HalfLifeDays = 5 }).Choose(All));
        Assert.Equal(0, Survivorship.QualityWeighted(new QualityWeights { Recency = 0, Trust = 0, Validity = 0 }).Choose(All));
        Assert.Equal(0, Survivorship.QualityWeighted().Choose([Full, Full with { }]));
        Assert.True(Survivorship.QualityWeighted().Compare(Recent, Rejected, All) > 0);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Weights_OutOfRange_AreRefused(double value)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new QualityWeights { Completeness = value });
        Assert.Throws<ArgumentOutOfRangeException>(() => new QualityWeights { Recency = value });
        Assert.Throws<ArgumentOutOfRangeException>(() => new QualityWeights { Trust = value });
        Assert.Throws<ArgumentOutOfRangeException>(() => new QualityWeights { Validity = value });
        Assert.Throws<ArgumentOutOfRangeException>(() => new QualityWeights { HalfLifeDays = value });
        Assert.Throws<ArgumentOutOfRangeException>(() => new QualityWeights { HalfLifeDays = 0 });
    }
}
