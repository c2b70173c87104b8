namespace CustomerInsight.Models;

/// <summary>The running estimate of the inverse of the second derivatives.</summary>
internal sealed class InverseHessian
{
    private readonly double[,] _matrix;
    private readonly double[] _step;
    private readonly double[] _change;
    private readonly double[] _product;

    public InverseHessian(int dimensions)
    {
        _matrix = new double[dimensions, dimensions];
        _step = new double[dimensions];
        _change = new double[dimensions];
        _product = new double[dimensions];
        Reset();
    }

    public bool IsIdentity { get; private set; }

    public void Reset()
    {
        SetDiagonal(1);
        IsIdentity = true;
    }

    /// <summary>Gives the direction −H·gradient.</summary>
    public void Descend(ReadOnlySpan<double> gradient, Span<double> direction)
    {
        for (int i = 0; i < direction.Length; i++)
        {
            double sum = 0;
            for (int j = 0; j < gradient.Length; j++)
            {
                sum -= _matrix[i, j] * gradient[j];
            }

            direction[i] = sum;
        }
    }

    public void Update(Candidate from, Candidate to)
    {
        int n = _step.Length;
        for (int i = 0; i < n; i++)
        {
            _step[i] = to.Point[i] - from.Point[i];
            _change[i] = to.Gradient[i] - from.Gradient[i];
        }

        double curvature = Bfgs.Dot(_step, _change);
        double changeSquared = Bfgs.Dot(_change, _change);
        if (!(curvature > 1e-12 * changeSquared))
        {
            // A step cut short by its longest length need not meet the curvature condition: keep the matrix.
            return;
        }

        if (IsIdentity)
        {
            SetDiagonal(curvature / changeSquared);
            IsIdentity = false;
        }

        for (int i = 0; i < n; i++)
        {
            _product[i] = 0;
            for (int j = 0; j < n; j++)
            {
                _product[i] += _matrix[i, j] * _change[j];
            }
        }

        double factor = (1 + (Bfgs.Dot(_change, _product) / curvature)) / curvature;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                _matrix[i, j] += (factor * _step[i] * _step[j]) - (((_product[i] * _step[j]) + (_step[i] * _product[j])) / curvature);
            }
        }
    }

    private void SetDiagonal(double value)
    {
        Array.Clear(_matrix);
        for (int i = 0; i < _step.Length; i++)
        {
            _matrix[i, i] = value;
        }
    }
}
