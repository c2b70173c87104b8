namespace CustomerInsight.Testing.Tests;

public sealed class WeightedPickTests
{
    private const int Draws = 40_000;

    [Fact]
    public void Next_ManyDraws_FollowTheWeights()
    {
        double[] weights = [5, 0, 1, 2.5, 0.5];
        var pick = new WeightedPick(weights);
        var random = new SeededRandom(19);
        int[] counts = new int[weights.Length];
        for (int i = 0; i < Draws; i++)
        {
            counts[pick.Next(random)]++;
        }

        Assert.Equal(0, counts[1]);
        for (int i = 0; i < weights.Length; i++)
        {
            double share = weights[i] / weights.Sum();
            Assert.Equal(share, counts[i] / (double)Draws, (5 * Math.Sqrt(share * (1 - share) / Draws)) + 1e-12);
        }
    }
}
