import { useQuery } from '@tanstack/react-query';

interface Me {
  id: string;
  supportJwt?: string;
}

async function fetchMe(): Promise<Me> {
  const response = await fetch('https://api.stellarpay.eu/me', { credentials: 'include' });
  return response.json();
}

export function useCustomer() {
  const { data } = useQuery({ queryKey: ['me'], queryFn: fetchMe });
  return { customer: data, supportJwt: data?.supportJwt };
}
