namespace CustomerInsight.Matching;

/// <summary>All of several tests hold.</summary>
internal sealed class AllDirectTest(DirectTest[] tests) : DirectTest
{
    public override int Cost { get; } = tests.Sum(static test => test.Cost);

    public override bool Holds()
    {
        foreach (DirectTest test in tests)
        {
            if (!test.Holds())
            {
                return false;
            }
        }

        return true;
    }
}
