namespace CustomerInsight.Matching;

/// <summary>The values of two records alike as sets.</summary>
internal sealed class ValueSetsCondition(string attribute, double atLeast, SetSimilarity similarity, ValuePart part) : LevelCondition
{
    public const string Kind = "value-sets";

    public override IEnumerable<string> Attributes => [attribute];

    internal override ConditionSpec Spec => new(Kind) { Attributes = [attribute], Part = ConditionSpec.NameOf(part), Text = similarity.ToString(), Numbers = [atLeast] };

    internal override PairTest Compile(PairTestCompiler compiler) => new Test(compiler.Sets(attribute, part), atLeast, similarity);

    internal override bool Holds(RecordContent left, RecordContent right, DirectScope scope)
    {
        HashSet<string> one = new(scope.Parts(left, attribute, part), StringComparer.Ordinal);
        HashSet<string> other = new(scope.Parts(right, attribute, part), StringComparer.Ordinal);
        return one.Count > 0 && other.Count > 0 && SetSimilarities.Of(similarity, one.Count(other.Contains), one.Count, other.Count) >= atLeast;
    }

    private sealed class Test(PartSets sets, double atLeast, SetSimilarity similarity) : PairTest
    {
        public override bool Holds(int left, int right)
        {
            ReadOnlySpan<int> one = sets.Of(left);
            ReadOnlySpan<int> other = sets.Of(right);
            return !one.IsEmpty && !other.IsEmpty && SetSimilarities.Of(similarity, one, other, atLeast) >= atLeast;
        }
    }
}
