namespace CustomerInsight.Models;

/// <summary>The activities of one customer at a time, in canonical order.</summary>
internal sealed class ActivityBuffer
{
    private ActivityMoment[] _moments = new ActivityMoment[64];
    private int _count;

    public void Clear() => _count = 0;

    public void Add(in ActivityMoment moment)
    {
        if (_count == _moments.Length)
        {
            Array.Resize(ref _moments, _count * 2);
        }

        _moments[_count++] = moment;
    }

    public ReadOnlySpan<ActivityMoment> InOrder()
    {
        Span<ActivityMoment> moments = _moments.AsSpan(0, _count);
        for (int i = 1; i < moments.Length; i++)
        {
            if (moments[i].CompareTo(moments[i - 1]) < 0)
            {
                moments.Sort();
                break;
            }
        }

        return moments;
    }
}
