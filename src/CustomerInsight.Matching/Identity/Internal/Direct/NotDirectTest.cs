namespace CustomerInsight.Matching;

/// <summary>A test does not hold.</summary>
internal sealed class NotDirectTest(DirectTest test) : DirectTest
{
    public override int Cost => test.Cost;

    public override bool Holds() => !test.Holds();
}
