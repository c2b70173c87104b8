namespace CustomerInsight.Models.Tests;

public sealed class GaussLegendreTests
{
    [Fact]
    public void Rule_PowersUpToTwentyThree_IsExact()
    {
        for (int power = 0; power < 2 * GaussLegendre.Count; power++)
        {
            double sum = 0;
            for (int i = 0; i < GaussLegendre.Nodes.Length; i++)
            {
                sum += GaussLegendre.Weights[i] * Math.Pow(GaussLegendre.Nodes[i], power);
            }

            CloseTo.Relative(1.0 / (power + 1), sum, 2e-15);
        }
    }
}
