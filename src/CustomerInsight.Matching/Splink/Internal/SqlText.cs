namespace CustomerInsight.Matching;

internal sealed record SqlText(string Value) : SqlNode
{
    public override SqlNode Mirrored => this;
}
