namespace CustomerInsight.Matching;

internal sealed record SqlNumber(double Value) : SqlNode
{
    public override SqlNode Mirrored => this;
}
