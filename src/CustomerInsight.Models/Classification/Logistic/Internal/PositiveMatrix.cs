namespace CustomerInsight.Models;

/// <summary>A symmetric positive definite matrix as the product of a triangle with itself.</summary>
/// <remarks>Source: Golub, Van Loan, "Matrix Computations" (2013), section 4.2.</remarks>
internal sealed class PositiveMatrix
{
    private readonly double[] _factor;
    private readonly int _side;

    private PositiveMatrix(double[] factor, int side) => (_factor, _side) = (factor, side);

    /// <summary>Factors a matrix; null where rounding leaves it not positive definite.</summary>
    /// <param name="matrix">Row by row; the lower half is read.</param>
    /// <param name="side">How many rows it has.</param>
    public static PositiveMatrix? Factor(ReadOnlySpan<double> matrix, int side)
    {
        double[] factor = new double[side * side];
        for (int i = 0; i < side; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double rest = matrix[(i * side) + j];
                for (int k = 0; k < j; k++)
                {
                    rest -= factor[(i * side) + k] * factor[(j * side) + k];
                }

                if (i != j)
                {
                    factor[(i * side) + j] = rest / factor[(j * side) + j];
                }
                else if (rest > 0 && double.IsFinite(rest))
                {
                    factor[(i * side) + i] = Math.Sqrt(rest);
                }
                else
                {
                    return null;
                }
            }
        }

        return new PositiveMatrix(factor, side);
    }

    /// <summary>Gives x where matrix × x is what is given.</summary>
    public double[] Solve(ReadOnlySpan<double> right)
    {
        double[] x = right.ToArray();
        for (int i = 0; i < _side; i++)
        {
            for (int k = 0; k < i; k++)
            {
                x[i] -= _factor[(i * _side) + k] * x[k];
            }

            x[i] /= _factor[(i * _side) + i];
        }

        for (int i = _side - 1; i >= 0; i--)
        {
            for (int k = i + 1; k < _side; k++)
            {
                x[i] -= _factor[(k * _side) + i] * x[k];
            }

            x[i] /= _factor[(i * _side) + i];
        }

        return x;
    }

    /// <summary>Gives the inverse, row by row, its halves equal to the last bit.</summary>
    public double[] Invert()
    {
        double[] inverse = new double[_side * _side];
        double[] unit = new double[_side];
        for (int column = 0; column < _side; column++)
        {
            Array.Clear(unit);
            unit[column] = 1;
            double[] solved = Solve(unit);
            for (int row = column; row < _side; row++)
            {
                inverse[(row * _side) + column] = inverse[(column * _side) + row] = solved[row];
            }
        }

        return inverse;
    }
}
