using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace CustomerInsight.Models;

/// <summary>The running estimate of the inverse of the second derivatives.</summary>
internal sealed class InverseHessian
{
    // Of the largest curvature.
    private const double LeastCurvature = 1e-7;

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

    /// <summary>Starts from second derivatives; directions in which they are flat or bent the wrong way count as a little curved.</summary>
    public static InverseHessian Of(double[,] hessian)
    {
        int n = hessian.GetLength(0);
        Evd<double> parts = Matrix<double>.Build.DenseOfArray(hessian).Evd(Symmetricity.Symmetric);
        double least = LeastCurvature * parts.EigenValues.Max(static value => Math.Abs(value.Real));
        var inverse = new InverseHessian(n);
        if (!(least > 0))
        {
            return inverse;
        }

        Array.Clear(inverse._matrix);
        for (int k = 0; k < n; k++)
        {
            double curvature = Math.Max(least, Math.Abs(parts.EigenValues[k].Real));
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < n; j++)
                {
                    inverse._matrix[i, j] += parts.EigenVectors[i, k] * parts.EigenVectors[j, k] / curvature;
                }
            }
        }

        inverse.IsIdentity = false;
        return inverse;
    }

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
