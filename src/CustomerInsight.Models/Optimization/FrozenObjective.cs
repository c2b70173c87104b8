namespace CustomerInsight.Models;

/// <summary>A function of some of its coordinates, the others held where they are.</summary>
internal sealed class FrozenObjective : IObjective
{
    private readonly IObjective _whole;
    private readonly int[] _free;
    private readonly double[] _point;
    private readonly double[] _gradient;

    public FrozenObjective(IObjective whole, ReadOnlySpan<double> point, int[] free)
    {
        _whole = whole;
        _free = free;
        _point = point.ToArray();
        _gradient = new double[point.Length];
    }

    public double[] Start => Array.ConvertAll(_free, coordinate => _point[coordinate]);

    public double Evaluate(ReadOnlySpan<double> point, Span<double> gradient)
    {
        for (int i = 0; i < _free.Length; i++)
        {
            _point[_free[i]] = point[i];
        }

        double value = _whole.Evaluate(_point, _gradient);
        for (int i = 0; i < _free.Length; i++)
        {
            gradient[i] = _gradient[_free[i]];
        }

        return value;
    }

    /// <summary>The point of the whole function where the free coordinates are these.</summary>
    public double[] Whole(ReadOnlySpan<double> point)
    {
        double[] whole = [.. _point];
        for (int i = 0; i < _free.Length; i++)
        {
            whole[_free[i]] = point[i];
        }

        return whole;
    }
}
