using MathNet.Numerics.LinearAlgebra;

namespace CustomerInsight.Models.Tests;

/// <summary>Expectation and maximisation as the book writes them, one row at a time, with a library's matrices.</summary>
internal sealed class GaussianMixtureDefinition
{
    private readonly Vector<double>[] _rows;
    private readonly CovarianceKind _kind;
    private readonly double _regularization;
    private readonly int _groups;
    private double[][] _shares;
    private Matrix<double>[] _covariances = [];

    public GaussianMixtureDefinition(FeatureMatrix data, CovarianceKind kind, double regularization, int[] labels, int groups)
    {
        _rows = [.. Enumerable.Range(0, data.Rows).Select(row => Vector<double>.Build.DenseOfArray(data.Row(row).ToArray()))];
        _kind = kind;
        _regularization = regularization;
        _groups = groups;
        _shares = [.. labels.Select(label => Enumerable.Range(0, groups).Select(group => group == label ? 1.0 : 0).ToArray())];
        Maximize();
    }

    public double[] Weights { get; private set; } = [];

    public Vector<double>[] Means { get; private set; } = [];

    public double Run(int steps)
    {
        for (int step = 0; step < steps; step++)
        {
            _shares = [.. Enumerable.Range(0, _rows.Length).Select(Responsibilities)];
            Maximize();
        }

        return Enumerable.Range(0, _rows.Length).Sum(LogDensity);
    }

    public double LogDensity(int row) => Math.Log(Enumerable.Range(0, _groups).Sum(group => Density(row, group)));

    public double[] Responsibilities(int row)
    {
        double[] densities = [.. Enumerable.Range(0, _groups).Select(group => Density(row, group))];
        return [.. densities.Select(density => density / densities.Sum())];
    }

    private double Density(int row, int group)
    {
        Vector<double> rest = _rows[row] - Means[group];
        double squared = rest * _covariances[group].Inverse() * rest;
        return Weights[group] * Math.Exp(-squared / 2) / Math.Sqrt(Math.Pow(2 * Math.PI, rest.Count) * _covariances[group].Determinant());
    }

    private void Maximize()
    {
        int[] groups = [.. Enumerable.Range(0, _groups)];
        double[] sizes = [.. groups.Select(group => _shares.Sum(share => share[group]))];
        Weights = [.. sizes.Select(size => size / _rows.Length)];
        Means = [.. groups.Select(group => _rows.Select((row, i) => row * _shares[i][group]).Aggregate((sum, row) => sum + row) / sizes[group])];
        Matrix<double>[] scatters = [.. groups.Select(group => _rows.Select((row, i) => (row - Means[group]).OuterProduct(row - Means[group]) * _shares[i][group]).Aggregate((sum, next) => sum + next))];
        Matrix<double> ridge = Matrix<double>.Build.DenseIdentity(_rows[0].Count) * _regularization;
        _covariances = [.. groups.Select(group => _kind switch
        {
            CovarianceKind.Full => (scatters[group] / sizes[group]) + ridge,
            CovarianceKind.Tied => (scatters.Aggregate((sum, next) => sum + next) / _rows.Length) + ridge,
            CovarianceKind.Diagonal => Matrix<double>.Build.DenseOfDiagonalVector((scatters[group] / sizes[group]).Diagonal()) + ridge,
            _ => Matrix<double>.Build.DenseIdentity(_rows[0].Count) * ((scatters[group] / sizes[group]).Diagonal().Average() + _regularization),
        })];
    }
}
