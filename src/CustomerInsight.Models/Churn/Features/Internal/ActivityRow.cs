namespace CustomerInsight.Models;

/// <summary>What is counted of one customer. Window 0 is the last, window 3 the fourth from the end.</summary>
internal struct ActivityRow
{
    private const double Ln2 = 0.693147180559945309;
    private const double HalvingsOfShort = 3;

    private double _short;
    private double _long;
    private int _firstPurchase;
    private int _lastPurchase;
    private int _days;

    /// <summary>The day of the first activity of any type.</summary>
    public int FirstDay;

    public double InWindow0;

    public double InWindow1;

    public double InWindow2;

    public double InWindow3;

    public double Revenue0;

    public double Revenue1;

    public double SameSeason;

    public double ShortMomentum;

    public double LongMomentum;

    public double OverdueRatio;

    /// <summary>Takes a purchase up: in the order of time.</summary>
    public void Add(int day, int today, double amount, int windowDays, bool isSameSeason)
    {
        int window = (today - day) / windowDays;
        Revenue0 += window == 0 ? amount : 0;
        Revenue1 += window == 1 ? amount : 0;
        if (_days > 0 && day == _lastPurchase)
        {
            return;
        }

        // What the days so far count, as seen from this one: a sum of at least 1, so that none is ever too small to tell.
        double halvings = _days == 0 ? 0 : (double)(day - _lastPurchase) / windowDays;
        _short = 1 + (_short * Math.Exp(-HalvingsOfShort * Ln2 * halvings));
        _long = 1 + (_long * Math.Exp(-Ln2 * halvings));
        _firstPurchase = _days++ == 0 ? day : _firstPurchase;
        _lastPurchase = day;
        InWindow0 += window == 0 ? 1 : 0;
        InWindow1 += window == 1 ? 1 : 0;
        InWindow2 += window == 2 ? 1 : 0;
        InWindow3 += window == 3 ? 1 : 0;
        SameSeason += isSameSeason ? 1 : 0;
    }

    public readonly ActivityRow Ended(int today, int windowDays) => this with
    {
        ShortMomentum = _days == 0 ? double.NaN : Math.Log(_short) - (HalvingsOfShort * Ln2 * (today - _lastPurchase) / windowDays),
        LongMomentum = _days == 0 ? double.NaN : Math.Log(_long) - (Ln2 * (today - _lastPurchase) / windowDays),
        OverdueRatio = _days < 2 ? double.NaN : (today - _lastPurchase) * (_days - 1) / (double)(_lastPurchase - _firstPurchase),
    };
}
