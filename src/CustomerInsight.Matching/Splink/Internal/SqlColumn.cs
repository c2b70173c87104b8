namespace CustomerInsight.Matching;

/// <summary>A column of one record of the pair: <c>"name_l"</c> or <c>l."name"</c>.</summary>
internal sealed record SqlColumn(string Name, bool IsLeft) : SqlNode
{
    public override SqlNode Mirrored => this with { IsLeft = !IsLeft };
}
