import { start } from '../ui/start.tsx';
import { Setup } from './setup.tsx';

start(() => <Setup />);
