namespace CustomerInsight.Models;

/// <summary>For one c and all n up to a bound: ln Γ(c + n) − ln Γ(c) and its derivative in c, as running sums.</summary>
internal sealed class RisingSums(int largest)
{
    private readonly double[] _logs = new double[largest + 1];
    private readonly double[] _inverses = new double[largest + 1];

    public void Fill(double c)
    {
        for (int i = 0; i < largest; i++)
        {
            _logs[i + 1] = _logs[i] + Math.Log(c + i);
            _inverses[i + 1] = _inverses[i] + (1 / (c + i));
        }
    }

    public double Log(int n) => _logs[n];

    public double Derivative(int n) => _inverses[n];
}
