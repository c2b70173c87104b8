namespace CustomerInsight.Models;

/// <summary>For one c and n in rising order: ln Γ(c + n) − ln Γ(c) and its derivative in c, as running sums.</summary>
internal struct RisingSum(double c)
{
    private int _n;

    public double Log { get; private set; }

    public double Derivative { get; private set; }

    public void GoTo(int n)
    {
        for (; _n < n; _n++)
        {
            Log += Math.Log(c + _n);
            Derivative += 1 / (c + _n);
        }
    }
}
