namespace CustomerInsight.Models;

/// <summary>Factors a symmetric matrix, leaving out rows that are a combination of rows before them.</summary>
internal sealed class SymmetricMatrix
{
    private const double Tolerance = 1e-10;

    private readonly double[] _factor;
    private readonly int _size;

    private SymmetricMatrix(double[] factor, int size, int[] kept)
    {
        _factor = factor;
        _size = size;
        Kept = kept;
    }

    /// <summary>Gets the rows that are kept, rising.</summary>
    public int[] Kept { get; }

    /// <summary>Factors.</summary>
    /// <param name="matrix">The matrix row by row.</param>
    /// <param name="size">How many rows it has.</param>
    /// <param name="candidates">Which rows to look at, rising.</param>
    /// <param name="tolerance">Of the square of a row's length, what must be left of it after all that rows before it explain.</param>
    public static SymmetricMatrix Factor(ReadOnlySpan<double> matrix, int size, ReadOnlySpan<int> candidates, double tolerance = Tolerance)
    {
        double[] factor = new double[size * size];
        int[] kept = new int[candidates.Length];
        int count = 0;
        foreach (int row in candidates)
        {
            double diagonal = matrix[(row * size) + row];
            Span<double> line = factor.AsSpan(count * size, size);
            for (int j = 0; j < count; j++)
            {
                line[j] = (matrix[(row * size) + kept[j]] - Bfgs.Dot(line[..j], factor.AsSpan(j * size, j))) / factor[(j * size) + j];
            }

            double rest = diagonal - Bfgs.Dot(line[..count], line[..count]);
            if (rest > 0 && rest > tolerance * diagonal && double.IsFinite(rest))
            {
                line[count] = Math.Sqrt(rest);
                kept[count++] = row;
            }
        }

        return new SymmetricMatrix(factor, size, kept[..count]);
    }

    /// <summary>Factors a matrix that is positive definite; null where rounding leaves it so no more.</summary>
    public static SymmetricMatrix? Factor(ReadOnlySpan<double> matrix, int size)
    {
        SymmetricMatrix factored = Factor(matrix, size, [.. Enumerable.Range(0, size)], tolerance: 0);
        return factored.Kept.Length == size ? factored : null;
    }

    /// <summary>Solves for the rows kept; 0 for the others.</summary>
    public double[] Solve(ReadOnlySpan<double> right)
    {
        double[] found = new double[Kept.Length];
        for (int i = 0; i < found.Length; i++)
        {
            found[i] = (right[Kept[i]] - Bfgs.Dot(found.AsSpan(0, i), _factor.AsSpan(i * _size, i))) / _factor[(i * _size) + i];
        }

        double[] result = new double[_size];
        for (int i = found.Length - 1; i >= 0; i--)
        {
            double value = found[i];
            for (int j = i + 1; j < found.Length; j++)
            {
                value -= _factor[(j * _size) + i] * found[j];
            }

            found[i] = value / _factor[(i * _size) + i];
            result[Kept[i]] = found[i];
        }

        return result;
    }

    /// <summary>Gives the inverse for the rows kept, and 0 in the others.</summary>
    public double[] Inverse()
    {
        double[] inverse = new double[_size * _size];
        double[] unit = new double[_size];
        foreach (int row in Kept)
        {
            unit[row] = 1;
            Solve(unit).CopyTo(inverse, row * _size);
            unit[row] = 0;
        }

        // Rounding must not make it less than symmetric.
        for (int i = 0; i < _size; i++)
        {
            for (int j = 0; j < i; j++)
            {
                inverse[(i * _size) + j] = inverse[(j * _size) + i] = (inverse[(i * _size) + j] + inverse[(j * _size) + i]) / 2;
            }
        }

        return inverse;
    }
}
