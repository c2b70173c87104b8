namespace CustomerInsight.Matching;

/// <summary>A condition as it is defined, for those that have no faster form.</summary>
internal sealed class DefinedDirectTest(LevelCondition condition, DirectPair pair, DirectScope scope) : DirectTest
{
    public override int Cost => 12;

    public override bool Holds() => condition.Holds(pair.Left, pair.Right, scope);
}
