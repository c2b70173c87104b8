namespace CustomerInsight.Matching;

/// <summary>A number of values that both records have.</summary>
internal sealed class SharedValuesCondition(string attribute, int atLeast, ValuePart part) : LevelCondition
{
    public const string Kind = "shared-values";

    public override IEnumerable<string> Attributes => [attribute];

    internal override ConditionSpec Spec => new(Kind) { Attributes = [attribute], Part = ConditionSpec.NameOf(part), Numbers = [atLeast] };

    internal override PairTest Compile(PairTestCompiler compiler) => new Test(compiler.Sets(attribute, part), atLeast);

    internal override bool Holds(RecordContent left, RecordContent right, DirectScope scope) =>
        scope.Parts(left, attribute, part).Intersect(scope.Parts(right, attribute, part), StringComparer.Ordinal).Count() >= atLeast;

    private sealed class Test(PartSets sets, int atLeast) : PairTest
    {
        public override bool Holds(int left, int right) => SetSimilarities.Shared(sets.Of(left), sets.Of(right)) >= atLeast;
    }
}
