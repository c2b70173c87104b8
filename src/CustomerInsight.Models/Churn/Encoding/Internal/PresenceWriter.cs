namespace CustomerInsight.Models;

internal sealed class PresenceWriter(TraitColumn column, TraitRows part) : TraitWriter(1)
{
    public override void Write(int from, int to, Span<double> values, int stride)
    {
        for (int i = from, at = 0; i < to; i++, at += stride)
        {
            values[at] = column.IsMissing(part[i]) ? 1 : 0;
        }
    }
}
