namespace CustomerInsight.Matching;

/// <summary>At least one of several tests holds.</summary>
internal sealed class AnyDirectTest(DirectTest[] tests) : DirectTest
{
    public override int Cost { get; } = tests.Sum(static test => test.Cost);

    public override bool Holds()
    {
        foreach (DirectTest test in tests)
        {
            if (test.Holds())
            {
                return true;
            }
        }

        return false;
    }
}
