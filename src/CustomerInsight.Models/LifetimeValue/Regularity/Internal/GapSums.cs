namespace CustomerInsight.Models;

/// <summary>Sums up a customer's days of purchase, which come in order, into a <see cref="GapPattern"/>.</summary>
internal struct GapSums
{
    private bool _started;
    private double _first;
    private double _last;
    private double _lastGap;
    private double _gapBefore;
    private double _logs;
    private int _gaps;

    public void Add(double day)
    {
        if (!_started)
        {
            (_started, _first, _last) = (true, day, day);
        }
        else if (day > _last)
        {
            (_gapBefore, _lastGap) = (_lastGap, day - _last);
            _last = day;
            _logs += Math.Log(_lastGap);
            _gaps++;
        }
    }

    public readonly GapPattern ToPattern() => new(
        _gaps, _gaps < 2 ? 0 : Math.Min(0, _logs - (_gaps * Math.Log(_last - _first))), _gaps < 2 ? 0.5 : _lastGap / (_lastGap + _gapBefore));
}
